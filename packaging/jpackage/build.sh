#!/bin/sh
# Builds the Linux program image: a linked runtime (JDK modules, JavaFX, jdk.incubator.vector) with
# the program's jars on its class path, then runs it. Usage: packaging/jpackage/build.sh [OUT]
# Needs a JDK 25 or later in JAVA_HOME (or among the usual places) and Maven.
set -eu

here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
root=$(dirname -- "$(dirname -- "$here")")
out=${1:-$root/packaging/jpackage/target}

say() {
  printf '%s\n' "$*" >&2
}

# The launcher knows how to find a JDK.
jdk=$("$root/confidant" --print-jdk)

version=$(sed -n 's|^  <version>\(.*\)</version>$|\1|p' "$root/pom.xml" | head -n 1)
entries() {
  sed 's/#.*//; s/[[:space:]]*$//; /^$/d' "$1"
}
modules=$(entries "$here/jdk-modules.txt" | paste -s -d, -)

say "Building the program ..."
JAVA_HOME=$jdk MAVEN_OPTS="${MAVEN_OPTS:-} --sun-misc-unsafe-memory-access=allow" \
  mvn -q -B -f "$root/pom.xml" -Dmaven.test.skip=true package </dev/null
jars=$root/app/target

say "Checking the list of modules ..."
used=$(
  for jar in "$jars/confidant-app.jar" "$jars"/lib/*.jar; do
    "$jdk/bin/jdeps" --multi-release 25 --ignore-missing-deps --print-module-deps \
      --module-path "$jars/lib:$jars/javafx" "$jar"
  done
)
for module in $(printf '%s\n' "$used" | tr ',' '\n' | grep -E '^(java|jdk)\.' | sort -u); do
  if ! entries "$here/jdk-modules.txt" | grep -qx "$module"; then
    say "jdk-modules.txt lacks $module, which the program's jars use; add it."
    exit 1
  fi
done

rm -rf "$out"
mkdir -p "$out/jmods" "$out/input"

# JavaFX's jars hold their native libraries as resources and unpack them into the user's home at the
# first start; as jmods they lie in the runtime and are loaded from there.
say "Linking the runtime ..."
for jar in "$jars"/javafx/javafx-*-linux*.jar; do
  name=$(basename "$jar" | sed 's/^javafx-\([a-z]*\)-.*/javafx.\1/')
  work=$out/jmods/$name
  mkdir -p "$work/classes" "$work/libs"
  (cd "$work/classes" && "$jdk/bin/jar" --extract --file "$jar")
  find "$work/classes" -name '*.so' -exec mv {} "$work/libs" \;
  "$jdk/bin/jmod" create --class-path "$work/classes" --libs "$work/libs" "$out/jmods/$name.jmod"
  rm -rf "$work"
done
"$jdk/bin/jlink" --module-path "$out/jmods" --add-modules "$modules,javafx.controls" \
  --include-locales=en,de,fr,es,it --strip-debug --no-header-files --no-man-pages \
  --compress=zip-6 --output "$out/runtime"

say "Putting the image together ..."
cp "$jars/confidant-app.jar" "$jars"/lib/*.jar "$out/input"
options=$(entries "$here/java-options.txt" | sed 's/^/--java-options /' | paste -s -d' ' -)
# shellcheck disable=SC2086 # options are words without blanks
"$jdk/bin/jpackage" --type app-image --name confidant --app-version "$version" \
  --vendor "Confidant" --description "Answers questions about private papers, offline" \
  --runtime-image "$out/runtime" --input "$out/input" --main-jar confidant-app.jar \
  --main-class confidant.app.Main $options --dest "$out"
rm -rf "$out/jmods" "$out/input" "$out/runtime"

# Java's archive of the classes that the self-test loads. Its paths may move as a whole; where it does
# not fit, Java starts without it, and keeps that to itself.
say "Archiving loaded classes ..."
app=$out/confidant/lib/app
mkdir "$out/home"
env -i HOME="$out/home" PATH=/usr/bin:/bin \
  JAVA_TOOL_OPTIONS="-XX:AOTCacheOutput=$app/confidant.aot" \
  "$out/confidant/bin/confidant" self-test >/dev/null 2>&1
rm -rf "$out/home"
if [ ! -f "$app/confidant.aot" ]; then
  say "Java made no archive of the image's classes."
  exit 1
fi
# shellcheck disable=SC2016 # the program's launcher puts $APPDIR in
printf 'java-options=%s\n' '-XX:AOTCache=$APPDIR/confidant.aot' '-Xlog:aot*=off' >>"$app/confidant.cfg"

say "Running it ..."
"$here/smoke.sh" "$out/confidant/bin/confidant"
say "Built $out/confidant ($(du -sh "$out/confidant" | cut -f1))."
