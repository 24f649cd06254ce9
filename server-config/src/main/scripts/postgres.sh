#!/bin/sh
# PostgreSQL of one machine, for tests: postgres.sh <port> <folder>. The password of its user knightswatch comes from
# POSTGRES_PASSWORD; postgres.sh --check only says whether there is one here.
# It makes a new cluster in the folder, listens on 127.0.0.1 only, says "ready to accept connections" when it does, and
# ends, with all its data, when its standard input closes: also when whoever holds the other end is killed.
set -eu

fail() {
  echo "$2" >&2
  exit "$1"
}

programs() {
  for folder in $(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -rV) "$(dirname "$(command -v initdb || :)")"; do
    if "$folder/initdb" --version >/dev/null 2>&1 && "$folder/postgres" --version >/dev/null 2>&1; then
      echo "$folder"
      return
    fi
  done
  fail 69 'No PostgreSQL is here: install it (apt-get install postgresql, or brew install postgresql).'
}

# It refuses to run as root
as_itself() {
  if [ "$(id -u)" = 0 ]; then
    exec setpriv --reuid=postgres --regid=postgres --init-groups "$@"
  fi
  exec "$@"
}

bin=$(programs)
[ "${1:-}" != --check ] || exit 0
[ $# -eq 2 ] && [ -n "${POSTGRES_PASSWORD:-}" ] || fail 64 'usage: POSTGRES_PASSWORD=... postgres.sh <port> <folder>'

mkdir -p "$2"
(umask 077; printf '%s\n' "$POSTGRES_PASSWORD" >"$2/password")
[ "$(id -u)" != 0 ] || chown -R postgres "$2"
cd "$2"
(as_itself "$bin/initdb" -D cluster -U knightswatch --pwfile=password -A scram-sha-256 -E UTF8 --locale=C.UTF-8 -N) >initdb.log ||
  fail 70 "initdb failed: $(cat initdb.log)"

# The cluster lives no longer than the test, so that nothing has to survive a power cut
exec 3<&0
as_itself "$bin/postgres" -D cluster -p "$1" -c listen_addresses=127.0.0.1 -c unix_socket_directories= \
  -c max_connections=200 -c fsync=off -c full_page_writes=off 3<&- </dev/null &
postgres=$!

# Nobody ever writes into the lifeline: reading from it ends when its other end is gone.
(
  while read -r _; do :; done
  kill -QUIT "$postgres"
) <&3 >/dev/null 2>&1 &
watcher=$!
exec 3<&-

trap 'kill -QUIT "$postgres" 2>/dev/null || :' HUP INT TERM
status=0
while kill -0 "$postgres" 2>/dev/null; do
  wait "$postgres" && status=0 || status=$?
done
kill "$watcher" 2>/dev/null || :
rm -rf cluster password initdb.log
exit "$status"
