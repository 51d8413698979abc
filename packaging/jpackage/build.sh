#!/usr/bin/env bash
# Makes target/jpackage/confidant, a folder that runs without a JDK, and tries it.
# Shape: one linked runtime of JDK modules and JavaFX, everything else on the class path; some
# libraries are automatic modules, which jlink refuses. Needs JAVA_HOME to be a JDK 25 or later
# and the built program (mvn package).
set -euo pipefail
cd "$(dirname "$0")/../.."

jdk=${JAVA_HOME:?set JAVA_HOME to a JDK 25 or later}
here=packaging/jpackage
built=app/target
out=target/jpackage
version=$(sed -n 's/^version=//p' "$built/classes/confidant/app/cli/version.properties")

say() {
  printf '%s\n' "$*" >&2
}

# lines FILE: its lines without comments and blank ones
lines() {
  grep -Ev '^(#|$)' "$1"
}

if [ ! -f "$built/confidant-app.jar" ] || [ ! -d "$built/lib" ] || [ ! -d "$built/javafx" ]; then
  say "The program is not built; run 'mvn -DskipTests package' first."
  exit 1
fi
rm -rf "$out"
mkdir -p "$out/jars" "$out/natives"
cp "$built/confidant-app.jar" "$built"/lib/*.jar "$out/jars"

say "Checking jdk-modules.txt"
needed=$(for jar in "$out"/jars/*.jar; do
  "$jdk/bin/jdeps" --multi-release 25 --ignore-missing-deps --print-module-deps \
    --module-path "$out/jars:$built/javafx" "$jar" | tail -n 1
done | tr ',' '\n' | grep -E '^(java|jdk)\.' | sort -u)
missing=$(comm -23 <(printf '%s\n' "$needed") <(lines "$here/jdk-modules.txt" | sort -u))
if [ -n "$missing" ]; then
  say "jdk-modules.txt lacks: $missing"
  exit 1
fi

say "Linking the runtime"
"$jdk/bin/jlink" --module-path "$built/javafx" \
  --add-modules "$(lines "$here/jdk-modules.txt" | paste -sd, -),javafx.controls" \
  --strip-debug --no-header-files --no-man-pages --output "$out/runtime"
# JavaFX looks for its native libraries in the runtime first; left in the modules, they would be
# unpacked into the person's home at the first start.
for jar in "$built"/javafx/*.jar; do
  (cd "$out/natives" && "$jdk/bin/jar" --extract --file "$OLDPWD/$jar")
done
find "$out/natives" -name '*.so' -exec cp {} "$out/runtime/lib" \;

say "Making the image"
options=()
while IFS= read -r option; do
  options+=(--java-options "$option")
done < <(lines "$here/java-options.txt")
"$jdk/bin/jpackage" --type app-image --name confidant --app-version "$version" \
  --description "Answers questions about private papers, offline" \
  --runtime-image "$out/runtime" --input "$out/jars" \
  --main-jar confidant-app.jar --main-class confidant.app.Main \
  "${options[@]}" --dest "$out"
rm -rf "$out/runtime" "$out/natives" "$out/jars"

bash "$here/smoke.sh" "$out/confidant/bin/confidant"
say "Made $out/confidant ($(du -sh "$out/confidant" | cut -f1))"
