#!/bin/sh
# Redis of one machine: redis.sh <port> <folder>. Its password comes from REDIS_PASSWORD.
# It listens on 127.0.0.1 only, keeps nothing on disk, says "Ready to accept connections" when it does and ends when its
# standard input closes, which is also what happens when whoever holds the other end is killed.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

fail() {
  echo "$2" >&2
  exit "$1"
}

[ $# -eq 2 ] && [ -n "${REDIS_PASSWORD:-}" ] || fail 64 'usage: REDIS_PASSWORD=... redis.sh <port> <folder>'
case $REDIS_PASSWORD in
  *[!A-Za-z0-9._~-]*) fail 64 'REDIS_PASSWORD may hold letters, digits and . _ ~ - only.' ;;
esac

# The server that came along is linked with OpenSSL 3 and made for few machines; any other Redis will do as well.
redis_server() {
  system=$(uname -s | tr '[:upper:]' '[:lower:]')
  machine=$(uname -m | sed 's/x86_64/amd64/; s/aarch64/arm64/')
  chmod 755 "$here/redis/redis-server-$system-$machine" 2>/dev/null || :
  for server in "$here/redis/redis-server-$system-$machine" redis-server; do
    if "$server" --version >/dev/null 2>&1; then
      echo "$server"
      return
    fi
  done
  fail 69 'No Redis runs here: install redis-server (apt-get install redis-server, or brew install redis).'
}

server=$(redis_server)
mkdir -p "$2"

exec 3<&0
"$server" - 3<&- <<END &
bind 127.0.0.1
port $1
protected-mode yes
requirepass $REDIS_PASSWORD
dir "$2"
save ""
appendonly no
maxmemory 64mb
maxmemory-policy noeviction
END
redis=$!

# Nobody ever writes into the lifeline: reading from it ends when its other end is gone.
(
  while read -r _; do :; done
  kill "$redis"
) <&3 >/dev/null 2>&1 &
watcher=$!
exec 3<&-

trap 'kill "$redis" 2>/dev/null || :' HUP INT TERM
status=0
while kill -0 "$redis" 2>/dev/null; do
  wait "$redis" && status=0 || status=$?
done
kill "$watcher" 2>/dev/null || :
exit "$status"
