#!/usr/bin/env bash
# Installs, upgrades and removes radarr-daemon as a systemd service. docs/install.md is its guide.
# It asks nothing, looks at everything before it changes anything, and replaces nothing that it has not made.
set -euo pipefail
umask 022
export LC_ALL=C
here=$(cd "$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")" && pwd)

readonly NAME=radarr-daemon
readonly MARK="Part of radarr-daemon" # stands in every file that is ours
readonly GECOS="radarr-daemon service" # and in the user's comment
readonly PREFIX=/opt/$NAME
readonly STATE=/var/lib/$NAME
readonly SETTINGS=/etc/$NAME
readonly CONFIG=$SETTINGS/radarr.toml
readonly UNIT=/etc/systemd/system/$NAME.service
readonly DROPINS=$UNIT.d
readonly COMMAND=/usr/local/bin/radarr
readonly KEYS=/etc/credstore

media="" library=movies downloads=downloads group=media port="" wheels="" python=python3
postgres=no start=no purge=no dry=no

# shellcheck source=systemd/steps/checks.sh
source "$here/steps/checks.sh"
# shellcheck source=systemd/steps/machine.sh
source "$here/steps/machine.sh"
# shellcheck source=systemd/steps/program.sh
source "$here/steps/program.sh"

usage() {
  cat <<'TEXT'
usage: install.sh install --media DIR [options]   user, program, unit and configuration
       install.sh upgrade [options]               the program and the unit; goes back if the new one does not start
       install.sh uninstall [--purge]             the program and the unit; --purge: state, configuration and user too

  --media DIR       the folder that holds both films and downloads, on one mount
  --library NAME    the films' folder in it (movies)
  --downloads NAME  the downloads' folder in it (downloads)
  --group NAME      the group that shares it with the torrent client (media)
  --port N          where the daemon listens (7878)
  --wheels DIR      take every Python package from DIR, without a network
  --python PROGRAM  the Python to use, 3.11 or later (python3)
  --postgres        with the driver for PostgreSQL
  --start           start the daemon right away; else it is enabled, and starts with the machine
  --dry-run         look at everything, print what would be done, change nothing
TEXT
}

say() { printf '%s\n' "$*"; }
# The last word of an action.
done_with() { if [ "$dry" = yes ]; then say "nothing has been changed"; else say "$*"; fi; }
warn() { printf 'install.sh: note: %s\n' "$*" >&2; }
die() {
  printf 'install.sh: %s\n' "$*" >&2
  exit 1
}
misused() {
  printf 'install.sh: %s\n\n' "$*" >&2
  usage >&2
  exit 2
}

# Do it, or say it under --dry-run.
run() {
  if [ "$dry" = yes ]; then
    printf 'would run:'
    printf ' %q' "$@"
    printf '\n'
  else
    "$@"
  fi
}

# Write standard input to a file with a mode, whole or not at all.
write() {
  local mode=$1 target=$2
  if [ "$dry" = yes ]; then
    cat >/dev/null
    say "would write: $target"
    return
  fi
  cat >"$target.new"
  chmod "$mode" "$target.new"
  mv -f "$target.new" "$target"
}

parse() {
  while [ $# -gt 0 ]; do
    case $1 in
      --media | --library | --downloads | --group | --port | --wheels | --python)
        [ $# -gt 1 ] || misused "$1 needs a value"
        printf -v "${1#--}" '%s' "$2"
        shift
        ;;
      --postgres | --start | --purge) printf -v "${1#--}" yes ;;
      --dry-run) dry=yes ;;
      -h | --help)
        usage
        exit 0
        ;;
      *) misused "$1 is no option" ;;
    esac
    shift
  done
}

do_install() {
  [ -n "$media" ] || misused "install needs --media DIR"
  check_machine
  check_python
  check_media
  check_ours
  check_port
  make_account
  make_folders
  make_release
  switch_release "$release"
  install_unit
  write_media_dropin
  write_config
  write_command
  run systemctl daemon-reload
  run systemctl --quiet enable "$NAME.service"
  if [ "$start" = yes ]; then
    run systemctl restart "$NAME.service" || die "the daemon did not start: see journalctl -u $NAME"
    done_with "radarr-daemon is installed and runs"
  else
    done_with "radarr-daemon is installed. Now: fill in $CONFIG, then \`radarr check\`, then \`systemctl start $NAME\`"
  fi
}

do_upgrade() {
  check_machine
  check_installed
  check_python
  check_ours
  make_release
  replace_program
}

do_uninstall() {
  check_machine
  check_ours
  run systemctl --quiet disable --now "$NAME.service" 2>/dev/null || true
  remove_program
  run systemctl daemon-reload
  if [ "$purge" = yes ]; then
    remove_belongings
    done_with "radarr-daemon is removed with its state and configuration; the library and the downloads are as they were"
  else
    done_with "radarr-daemon is removed; $STATE, $SETTINGS and its user are kept (--purge removes them), and so is the library"
  fi
}

case ${1:-} in
  install | upgrade | uninstall)
    action=$1
    shift
    parse "$@"
    "do_$action"
    ;;
  -h | --help) usage ;;
  *) misused "say what to do" ;;
esac
