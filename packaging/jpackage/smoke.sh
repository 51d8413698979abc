#!/usr/bin/env bash
# Tries an image: it must read a PDF, make tokens, use the Vector API, and open its window.
# Usage: smoke.sh PATH-OF-THE-PROGRAM
set -euo pipefail
program=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export XDG_CONFIG_HOME=$home XDG_CACHE_HOME=$home XDG_STATE_HOME=$home
export HOME=$home
unset JAVA_HOME

fail() {
  printf 'The image failed: %s\n' "$*" >&2
  exit 1
}

report=$("$program" self-test) || fail "self-test ended with $?"
printf '%s\n' "$report"
grep -q '^kernels  Vector API' <<<"$report" || fail "the fast kernels are not in use"
grep -q '^passed$' <<<"$report" || fail "self-test did not pass"

# The window, where there is a display server to lend: it must stay open until it is told to end.
if command -v Xvfb >/dev/null && command -v xvfb-run >/dev/null; then
  code=0
  timeout --signal=TERM 15 xvfb-run -a "$program" || code=$?
  [ "$code" -eq 124 ] || fail "the window ended by itself with $code"
  [ ! -e "$home/.openjfx" ] || fail "JavaFX unpacked its libraries into the home folder"
  printf 'window   open\n'
fi
