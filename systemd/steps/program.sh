# shellcheck shell=bash
# The program: every version in a virtual environment of its own, and a link that says which one is current.

release="" # set by make_release

make_release() {
  release=$PREFIX/releases/$(date -u +%Y%m%dT%H%M%SZ)
  local extras="" from=()
  [ "$postgres" = no ] && ! has_postgres || extras="[postgres]"
  if [ "$dry" = yes ]; then
    say "would install radarr-daemon$extras into $release"
    return
  fi
  mkdir -p "$PREFIX/releases"
  trap 'rm -rf "$release"' EXIT # unless it is finished
  "$python" -m venv "$release"
  if [ -n "$wheels" ]; then
    from=(--no-index --find-links "$wheels" "$NAME$extras")
  else
    copy_source "$release/source"
    from=(--constraint "$here/../constraints.txt" "$release/source$extras")
  fi
  "$release/bin/pip" install --quiet --disable-pip-version-check --no-input "${from[@]}" ||
    die "the packages cannot be installed; nothing has changed for the running version"
  rm -rf "$release/source"
  "$release/bin/radarr" --version >/dev/null || die "the program in $release does not run; it is removed again"
  trap - EXIT
}

has_postgres() { [ -x "$PREFIX/current/bin/python" ] && "$PREFIX/current/bin/python" -c 'import asyncpg' 2>/dev/null; }

# A copy, so that building leaves nothing in the checkout.
copy_source() {
  local root=$here/..
  mkdir "$1"
  cp -r "$root/pyproject.toml" "$root/README.md" "$root/LICENSE" "$root/src" "$1/"
}

switch_release() {
  run ln -sfn "$1" "$PREFIX/.next"
  run mv -fT "$PREFIX/.next" "$PREFIX/current"
}

# Type=notify: a restart that returns is a daemon that serves.
replace_program() {
  local old active=no
  old=$(readlink "$PREFIX/current")
  if systemctl --quiet is-active "$NAME.service"; then active=yes; fi
  run cp -p "$UNIT" "$PREFIX/unit.old"
  [ "$dry" = yes ] || touch "$PREFIX/.since"
  switch_release "$release"
  install_unit
  write_command
  run systemctl daemon-reload
  if [ "$active" = no ]; then
    done_with "radarr-daemon is upgraded; it was not running, and is not started"
  elif run systemctl restart "$NAME.service"; then
    done_with "radarr-daemon is upgraded and runs; its configuration and state are as they were"
  else
    go_back "$old"
  fi
  keep_two "$old"
}

go_back() {
  warn "the new version did not become ready: going back"
  journalctl --unit "$NAME.service" --lines 15 --no-pager --output cat >&2 || true
  systemctl stop "$NAME.service" || true
  systemctl reset-failed "$NAME.service" || true
  switch_release "$1"
  mv -f "$PREFIX/unit.old" "$UNIT"
  systemctl daemon-reload
  put_database_back
  rm -rf "$release" "$PREFIX/.since"
  systemctl start "$NAME.service" || die "the old version does not start either: see journalctl -u $NAME"
  die "the upgrade failed, and the version from before runs again"
}

# A new version that had migrated the database left a copy of it from before; the old version cannot read the new one.
put_database_back() {
  local backup database part
  backup=$(find "$STATE" -maxdepth 1 -name '*.backup' -newer "$PREFIX/.since" -print -quit)
  [ -n "$backup" ] || return 0
  database=${backup%.*.backup}
  for part in "" -wal -shm; do
    [ ! -e "$database$part" ] || mv -f "$database$part" "$database.failed-upgrade$part"
  done
  mv "$backup" "$database"
  warn "the database is as it was before the upgrade; what the new version made of it is $database.failed-upgrade"
}

# The one before stays, to go back to by hand.
keep_two() {
  local each
  for each in "$PREFIX"/releases/*; do
    case $each in
      "$release" | "$1") ;;
      *) run rm -rf "$each" ;;
    esac
  done
  run rm -f "$PREFIX/unit.old" "$PREFIX/.since"
}
