#!/bin/sh
# The S3 server of one machine: store.sh <port, 0 for any> <folder>. Whose requests it takes, and the bucket it makes,
# come from KNIGHTSWATCH_STORE_ACCESS_KEY, KNIGHTSWATCH_STORE_SECRET_KEY and KNIGHTSWATCH_STORE_BUCKET.
# It says "READY <endpoint>" when it listens and ends when its standard input closes.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

exec "${JAVA_HOME:+$JAVA_HOME/bin/}java" -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
  -Dorg.slf4j.simpleLogger.defaultLogLevel=warn -cp "$here/lib/*" org.knightswatch.local.StoreServer "$@"
