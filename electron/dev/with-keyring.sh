#!/usr/bin/env bash
# Runs a command inside its own D-Bus session with an unlocked, empty, throw-away Secret Service.
# The scratch folders are set for the session bus itself, because a daemon that D-Bus activates must find ours
# by its control socket; the command gets its own environment back.
set -euo pipefail

if [ $# -eq 0 ]; then
  echo "usage: $0 command [arguments]" >&2
  exit 2
fi

if [ -z "${KEYRING_SCRATCH:-}" ]; then
  KEYRING_SCRATCH=$(mktemp -d)
  export KEYRING_SCRATCH
  trap 'rm -rf "$KEYRING_SCRATCH"' EXIT
  mkdir -m 700 "$KEYRING_SCRATCH/data" "$KEYRING_SCRATCH/run"
  export OUTER_DATA_HOME="${XDG_DATA_HOME-}" OUTER_RUNTIME_DIR="${XDG_RUNTIME_DIR-}"
  status=0
  # The bus reports every service it starts; the command gets standard error back below.
  XDG_DATA_HOME="$KEYRING_SCRATCH/data" XDG_RUNTIME_DIR="$KEYRING_SCRATCH/run" dbus-run-session -- "$0" "$@" 3>&2 2>/dev/null || status=$?
  [ "$status" -ne 127 ] || echo "$0: dbus-run-session or the command was not found" >&2
  exit "$status"
fi

exec 2>&3 3>&-

printf %s throw-away | gnome-keyring-daemon --unlock --components=secrets >/dev/null

# Without this wait D-Bus may start a second daemon, which is locked.
for _ in $(seq 100); do
  if dbus-send --session --print-reply --dest=org.freedesktop.DBus / org.freedesktop.DBus.NameHasOwner \
    string:org.freedesktop.secrets 2>/dev/null | grep -q 'boolean true'; then
    break
  fi
  sleep 0.05
done

# A locked collection would hang a test on an invisible prompt: fail here instead.
printf ready | timeout 10 secret-tool store --label=probe with-keyring probe
if [ "$(timeout 10 secret-tool lookup with-keyring probe)" != ready ]; then
  echo "$0: the keyring does not keep what is stored in it" >&2
  exit 1
fi
timeout 10 secret-tool clear with-keyring probe

restore() {
  if [ -n "$2" ]; then export "$1=$2"; else unset "$1"; fi
}
restore XDG_DATA_HOME "$OUTER_DATA_HOME"
restore XDG_RUNTIME_DIR "$OUTER_RUNTIME_DIR"
unset KEYRING_SCRATCH OUTER_DATA_HOME OUTER_RUNTIME_DIR
exec "$@"
