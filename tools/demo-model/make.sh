#!/bin/sh
# Makes the demo model from nothing: builds, then lessons, training, packing and evaluation. Can be cut off
# and started again at any time. Arguments replace "all": make.sh train --steps 100
set -e
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
if [ -z "$DEMO_MODEL_BUILT" ]; then
  (cd "$root" && mvn -q -B -P demo-model -pl tools/demo-model -am -DskipTests package)
fi
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
[ $# -gt 0 ] || set -- all
exec "$java" -Xmx6g -Djava.awt.headless=true -Djava.util.logging.config.file="$here/logging.properties" \
  --add-modules jdk.incubator.vector --enable-native-access=ALL-UNNAMED \
  -cp "$here/target/classes:$here/target/lib/*" confidant.demo.DemoModel "$@" --folder "$here/target/demo-model"
