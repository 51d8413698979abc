#!/bin/sh
# Runs a built image: it must read a PDF, make three tokens and name its kernels, with no JDK on the
# path, no network needed and nothing left outside a temporary folder.
set -eu

program=$1
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT

facts=$(env -i HOME="$home" PATH=/usr/bin:/bin "$program" --version -v)
printf '%s\n' "$facts"
case $facts in
  *"with AOT cache"*) ;;
  *)
    echo "smoke.sh: the image does not use its archive of classes." >&2
    exit 1
    ;;
esac
report=$(env -i HOME="$home" PATH=/usr/bin:/bin "$program" self-test)
printf '%s\n' "$report"
case $report in
  *"Vector API"*) ;;
  *)
    echo "smoke.sh: the image runs without the Vector API." >&2
    exit 1
    ;;
esac
