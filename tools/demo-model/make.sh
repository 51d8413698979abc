#!/bin/sh
# Makes the demo model from nothing: builds, then lessons, training, packing, comparing and evaluation. Can be
# cut off and started again at any time. Arguments stand for "all": make.sh evaluate --papers 50
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
root=$(CDPATH='' cd -- "$here/../.." && pwd -P)

# The first JDK 25 or later of the usual places.
for jdk in "${CONFIDANT_JDK:-}" "${JAVA_HOME:-}" /usr/lib/jvm/* "${HOME:-}"/.sdkman/candidates/java/*; do
  [ -r "$jdk/release" ] || continue
  major=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$jdk/release")
  [ -n "$major" ] && [ "$major" -ge 25 ] && break
  jdk=
done
[ -n "${jdk:-}" ] || { echo "make.sh: there is no JDK 25; name one with CONFIDANT_JDK." >&2; exit 11; }

(cd "$root" && mvn -q -B -P demo-model -pl tools/demo-model -am -Dmaven.test.skip=true package)
[ $# -gt 0 ] || set -- all
exec "$jdk/bin/java" -Xmx6g -Djava.awt.headless=true \
  -Djava.util.logging.config.file="$here/logging.properties" \
  --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
  -cp "$here/target/classes:$here/target/lib/*" \
  confidant.demo.DemoModel "$@" --folder "$here/target/demo-model"
