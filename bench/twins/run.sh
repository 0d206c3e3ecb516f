#!/usr/bin/env bash
# The six twins of the paper's tables, one after the other in one store: as it is found (cold in a fresh clone), then again.
# usage: bench/twins/run.sh [--check]     --check: fails where the six took more than 60 minutes, or one more than 5 s with nothing left to do
# BUILD: how to call the front door, default ./build.sh of this repository. LOGS: a folder for what it prints, default artifacts/build/twins
set -euo pipefail
cd "$(dirname "$0")/../.."
read -r -a build <<<"${BUILD:-./build.sh}"
logs=${LOGS:-artifacts/build/twins}
check=${1:-}
mkdir -p "$logs"
TIMEFORMAT='%R %U %S'
call() { # prints seconds by the clock, of the processor for us, and for the kernel
  local log="$logs/$1.log"
  shift
  { time "${build[@]}" "$@" >"$log" 2>&1; } 2>&1 || { cat "$log" >&2; exit 1; }
}
call compile Compile >/dev/null
results=$(mktemp)
trap 'rm -f "$results"' EXIT
for round in first again; do
  for table in 1 2 3 4 5 6; do
    echo "$round $table $(call "table-$table-$round" Benchmark --experiment "twins/table-$table")" | tee -a "$results"
  done
done
awk -v check="$check" '
  $1 == "first" { first += $3; processor += $4 + $5 }
  $1 == "again" && $3 > slowest { slowest = $3 }
  END {
    printf "six twins: %.1f minutes by the clock, %.2f processor hours; again: at most %.1f s each\n", first / 60, processor / 3600, slowest
    if (check == "--check" && (first > 3600 || slowest > 5)) exit 1
  }' "$results"
