# shellcheck shell=bash
# What is looked at before anything changes. Each of these ends the script, naming what is in the way.

check_machine() {
  [ "$(id -u)" -eq 0 ] || die "this needs root: run it with sudo"
  [ -d /run/systemd/system ] || die "this machine was not started by systemd: run \`radarr run\` by other means"
}

check_python() {
  command -v "$python" >/dev/null || die "$python is not there: install Python 3.11 or later, or name one with --python"
  "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
    die "$python is $("$python" --version 2>&1), and 3.11 or later is needed: name one with --python"
  "$python" -c 'import ensurepip, venv' 2>/dev/null ||
    die "$python cannot make virtual environments: install its venv package (Debian: python3-venv)"
  if [ -n "$wheels" ]; then
    wheels=$(readlink -f "$wheels")
    compgen -G "$wheels/radarr_daemon-*.whl" >/dev/null || die "there is no wheel of radarr-daemon in $wheels"
  elif [ ! -f "$here/../pyproject.toml" ]; then
    die "$here is no checkout of radarr-daemon: run the script from one, or give --wheels"
  fi
}

check_installed() {
  { is_ours "$PREFIX/.made" && [ -e "$PREFIX/current" ]; } || die "radarr-daemon is not installed here: see install.sh install"
}

is_ours() { [ -f "$1" ] && grep -q "$MARK" "$1"; }

refuse_foreign() {
  if [ -e "$1" ] && ! is_ours "$1"; then
    die "$1 is there and is not ours: it stays as it is; move it away if it may go"
  fi
}

check_ours() {
  local folder unit
  for folder in /etc /run /usr/local/lib /usr/lib /lib; do
    unit=$folder/systemd/system/$NAME.service
    refuse_foreign "$unit"
  done
  refuse_foreign "$DROPINS/media.conf"
  [ ! -e "$PREFIX" ] || [ -f "$PREFIX/.made" ] || die "$PREFIX is there and is not ours: move it away if it may go"
  if [ -e "$STATE/config.xml" ] || [ -e "$STATE/radarr.db" ]; then
    die "$STATE is Radarr's own folder: it stays Radarr's"
  fi
  check_account
}

check_account() {
  local entry
  if entry=$(getent passwd "$NAME"); then
    [ "$(cut -d: -f5 <<<"$entry")" = "$GECOS" ] ||
      die "there is a user $NAME that is not ours ($entry): rename it, or remove it if it may go"
  elif getent group "$NAME" >/dev/null; then
    die "there is a group $NAME that is not ours: rename it, or remove it if it may go"
  fi
}

check_port() {
  local wanted=$port holder
  if [ -z "$wanted" ] && [ -f "$CONFIG" ]; then
    wanted=$(sed -n 's/^port *= *\([0-9][0-9]*\).*/\1/p' "$CONFIG" | head -n 1)
  fi
  wanted=${wanted:-7878}
  [[ $wanted =~ ^[0-9]{1,5}$ && $wanted -le 65535 ]] || misused "--port $wanted is no port"
  if systemctl --quiet is-active "$NAME.service"; then
    die "radarr-daemon runs already: use upgrade, or stop it first (systemctl stop $NAME)"
  fi
  if [ "$wanted" -ne 0 ] && holder=$("$python" "$here/steps/who_listens.py" "$wanted"); then
    die "port $wanted is taken by $holder: choose another with --port, or stop that (Radarr's own is 7878, too)"
  fi
}

check_media() {
  while [[ $media == ?*/ ]]; do media=${media%/}; done # a shell that completes a folder's name adds one
  # TOML, systemd and this script agree about these letters without quoting
  [[ $media =~ ^/[A-Za-z0-9._/@+-]*[A-Za-z0-9._@+-]$ && $library$downloads =~ ^[A-Za-z0-9._/@+-]+$ ]] ||
    die "a folder must be absolute and of letters, digits and . _ - + @ /: give such a path (a bind mount makes one)"
  [[ $group =~ ^[a-z_][a-z0-9_-]*$ ]] || die "$group is no name for a group"
  case $media/ in
    /run/* | /etc/* | /usr/* | /var/lib/radarr-daemon/* | /boot/* | /proc/* | /sys/* | /dev/* | /tmp/* | /var/tmp/*)
      die "$media is no place for films" ;;
  esac
  [ ! -e "$media" ] || [ -d "$media" ] || die "$media is no folder"
  check_one_mount
}

# A hard link is the only thing that says it for sure: subvolumes and pools look like one and are not.
check_one_mount() {
  local films=$media/$library loads=$media/$downloads probe
  [ -d "$films" ] && [ -d "$loads" ] || return 0 # not both there: the missing one is made in the same folder
  [ "$(stat -c %d "$films")" = "$(stat -c %d "$loads")" ] ||
    die "$films and $loads are two file systems (or subvolumes): no hard link can be made between them"
  [ "$dry" = no ] || return 0
  probe=$(mktemp "$loads/.radarr-daemon.XXXXXXXX")
  if ! ln "$probe" "$films/${probe##*/}" 2>/dev/null; then
    rm -f "$probe"
    die "no hard link can be made from $loads to $films: they must lie on one mount that knows hard links"
  fi
  rm -f "$probe" "$films/${probe##*/}"
}
