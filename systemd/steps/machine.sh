# shellcheck shell=bash
# What the program needs around it: account, folders, unit, configuration, command.

make_account() {
  local nologin
  nologin=$(command -v nologin || echo /bin/false)
  getent group "$group" >/dev/null || run groupadd --system "$group"
  if ! getent passwd "$NAME" >/dev/null; then
    run useradd --system --user-group --no-create-home --home-dir "$STATE" --shell "$nologin" --comment "$GECOS" "$NAME"
  fi
  run usermod --append --groups "$group" "$NAME"
}

# New folders belong to the group and hand it on; those that are there are looked at only.
make_folders() {
  local folder
  for folder in "$media" "$media/$library" "$media/$downloads"; do
    if [ ! -d "$folder" ]; then
      run install -d -o root -g "$group" -m 2775 "$folder"
    elif [ "$folder" != "$media" ] && [ "$(stat -c %G "$folder")" != "$group" ]; then
      warn "$folder belongs to the group $(stat -c %G "$folder"): chgrp -R $group it, so that both may write"
    elif [ "$folder" != "$media" ] && [ $((8#$(stat -c %a "$folder") & 8#2070)) -ne $((8#2070)) ]; then
      warn "$folder is not shared: chmod g+rwxs it and the folders in it"
    fi
  done
  run install -d -o root -g root -m 0755 "$PREFIX"
  run install -d -o root -g "$NAME" -m 0750 "$SETTINGS"
  run install -d -o "$NAME" -g "$NAME" -m 0700 "$STATE"
  write 0644 "$PREFIX/.made" <<<"$MARK"
}

install_unit() { write 0644 "$UNIT" <"$here/$NAME.service"; }

write_media_dropin() {
  run mkdir -p "$DROPINS"
  write 0644 "$DROPINS/media.conf" <<TEXT
# $MARK: written by its install script.
[Unit]
# not before the disk is there: a mount that comes later is not seen, and films would be written beside it
RequiresMountsFor=$media

[Service]
SupplementaryGroups=
SupplementaryGroups=$group
# one entry: see the unit
ReadWritePaths=
ReadWritePaths=$media
$(home_lines)
TEXT
}

# Of the homes the daemon sees nothing but this folder, whatever the folders above it allow.
home_lines() {
  case $media in
    /home/* | /root/*) printf 'ProtectHome=tmpfs\nBindPaths=%s\n' "$media" ;;
  esac
}

# `radarr init`, as the file's mode is its business; what it says next is said by us
first_config() { "$PREFIX/current/bin/radarr" --config "$CONFIG" init >/dev/null; }

write_config() {
  if [ -e "$CONFIG" ]; then
    say "$CONFIG is kept as it is"
    return
  fi
  run first_config
  run sed -i "s#^roots = \[[^]]*\]#roots = [\"$media/$library\"]#" "$CONFIG"
  [ -z "$port" ] || run sed -i "s/^# port = [0-9]*/port = $port/" "$CONFIG"
  run chown "root:$NAME" "$CONFIG"
  run chmod 0640 "$CONFIG"
}

# As root it becomes the daemon's user: what it makes must be the daemon's, and what it tries must be what the daemon can.
write_command() {
  if [ -e "$COMMAND" ] && ! is_ours "$COMMAND"; then
    warn "$COMMAND is not ours and stays: the command line is $PREFIX/current/bin/radarr"
    return
  fi
  write 0755 "$COMMAND" <<TEXT
#!/bin/sh
# $MARK: written by its install script.
: "\${RADARR_CONFIG:=$CONFIG}" "\${RADARR_STATE_DIR:=$STATE}"
export RADARR_CONFIG RADARR_STATE_DIR
if [ "\$(id -u)" -eq 0 ]; then
  umask 0002
  keys=/run/credentials/$NAME.service
  [ ! -d "\$keys" ] || export CREDENTIALS_DIRECTORY="\$keys"
  exec runuser -u $NAME -- $PREFIX/current/bin/radarr "\$@"
fi
exec $PREFIX/current/bin/radarr "\$@"
TEXT
}

remove_program() {
  run rm -f "$UNIT" "$DROPINS/media.conf"
  [ ! -d "$DROPINS" ] || run rmdir "$DROPINS" 2>/dev/null || warn "your own drop-ins stay in $DROPINS"
  ! is_ours "$COMMAND" || run rm -f "$COMMAND"
  run rm -rf "$PREFIX"
}

remove_belongings() {
  run rm -rf "$STATE" "$SETTINGS"
  run find "$KEYS" -maxdepth 1 -name "$NAME.*" -delete 2>/dev/null || true
  if getent passwd "$NAME" >/dev/null; then run userdel "$NAME"; fi
  if getent group "$NAME" >/dev/null; then run groupdel "$NAME"; fi
}
