#!/bin/sh
# Runs a command in a memory group, as on a machine with that much memory, and reports on stderr what
# it took: peak, page-ins, out-of-memory kills. Linux with cgroups (version 1 or 2), as root.
#
#   engine/bench/memory-group.sh [-g GIGABYTES] [-d FILE]... COMMAND [ARGUMENT]...
#
#   -g  size of the group in GiB, file cache included; 14 if not given (16 less the system's own)
#   -d  first drop FILE's pages from the cache: pages are charged to the group that reads them first,
#       so without it a model that is in memory already costs the group nothing
#
# The exit code is the command's; 2 if no group can be made.
set -u

gigabytes=14
while getopts g:d: option; do
  case $option in
    g) gigabytes=$OPTARG ;;
    d)
      dd if="$OPTARG" iflag=nocache count=0 status=none || exit 2
      left=$(fincore --noheadings --bytes --output RES "$OPTARG" 2>/dev/null || echo 0)
      if [ "$left" -gt 0 ]; then
        echo "memory-group.sh: $((left / 1048576)) MiB of $OPTARG stay cached, since another program uses it; the group does not pay for them." >&2
      fi
      ;;
    *) exit 2 ;;
  esac
done
shift $((OPTIND - 1))
if [ $# -eq 0 ]; then
  echo "usage: memory-group.sh [-g GIGABYTES] [-d FILE]... COMMAND [ARGUMENT]..." >&2
  exit 2
fi

name=confidant-memory-group-$$
if [ -w /sys/fs/cgroup/memory ]; then
  group=/sys/fs/cgroup/memory/$name
  limit=memory.limit_in_bytes
  peak=memory.max_usage_in_bytes
  kills=memory.oom_control
  anonymous=total_rss
elif grep -qs memory /sys/fs/cgroup/cgroup.subtree_control; then
  group=/sys/fs/cgroup/$name
  limit=memory.max
  peak=memory.peak
  kills=memory.events
  anonymous=anon
else
  echo "memory-group.sh: this system has no memory groups, or you may not make one (try as root)." >&2
  exit 2
fi
mkdir "$group" || exit 2
trap 'rmdir "$group"' EXIT
echo $((gigabytes * 1024 * 1024 * 1024)) >"$group/$limit" || exit 2
# On version 1 memory and swap are limited together, on version 2 apart; neither is there everywhere.
if [ -w "$group/memory.swap.max" ]; then
  echo 0 >"$group/memory.swap.max"
elif [ -w "$group/memory.memsw.limit_in_bytes" ]; then
  echo $((gigabytes * 1024 * 1024 * 1024)) >"$group/memory.memsw.limit_in_bytes"
fi

# figure NAME FILE: the number beside NAME.
figure() {
  awk -v name="$1" '$1 == name { print $2 }' "$group/$2"
}

started=$(date +%s)
sh -c 'echo $$ >"$0/cgroup.procs" && exec "$@"' "$group" "$@" &
command=$!
most=0
while kill -0 "$command" 2>/dev/null; do
  now=$(figure "$anonymous" memory.stat)
  if [ "${now:-0}" -gt "$most" ]; then
    most=$now
  fi
  sleep 1
done
wait "$command"
code=$?

mib=$((1024 * 1024))
{
  echo "memory group    $gigabytes GiB, command ended with $code after $(($(date +%s) - started)) s"
  echo "peak            $(($(cat "$group/$peak") / mib)) MiB, file cache included"
  echo "without files   $((most / mib)) MiB at most, looked at every second"
  echo "page-ins        $(figure pgmajfault memory.stat)"
  echo "out of memory   $(figure oom_kill "$kills") kills"
} >&2
exit "$code"
