#!/usr/bin/env bash
# Planning where everything is done: ours against Snakemake's dry run on the same 2,000 stages, in turns; then the paper's largest experiment times 20 seeds.
# usage: bench/planning/run.sh [rounds] [experiment]      default: 5 cityscapes-acdc-bdd100k-shift; the peer: apt-get install snakemake
set -euo pipefail
cd "$(dirname "$0")"
root=$(cd ../.. && pwd -P)
rounds=${1:-5} experiment=${2:-cityscapes-acdc-bdd100k-shift}
output=${BENCH_OUTPUT:-$root/artifacts/build/bench-planning}
if [[ ! -f "${BENCH_PLANNING:-}" ]]; then
  dotnet build -c Release -v q --nologo -o "$output" >/dev/null
  BENCH_PLANNING=$output/planning.dll
fi
data=$(mktemp -d)
trap 'chmod -R u+w "$data"; rm -rf "$data"' EXIT
dotnet "$BENCH_PLANNING" prepare "$data"

# Seconds of wall and of CPU of a command, on one line.
measure() {
  local TIMEFORMAT='%R %U %S'
  { time "$@" >"$data/said" 2>&1; } 2>"$data/time" || { cat "$data/said" >&2; exit 1; }
  awk '{ print $1, $2 + $3 }' "$data/time"
}

best() { sort -n -k"$1" "$2" | head -n 1 | cut -d' ' -f"$1"; }

if command -v snakemake >/dev/null; then
  # Records for every output by which code and parameters it was made, which a dry run then compares. Takes a minute.
  (cd "$data" && snakemake --cores 2 --touch --forceall --quiet >/dev/null 2>&1)
fi
for ((round = 0; round < rounds; round++)); do
  measure dotnet "$BENCH_PLANNING" plan "$data" >>"$data/ours-plan"
  measure dotnet "$BENCH_PLANNING" run "$data" >>"$data/ours-run"
  if command -v snakemake >/dev/null; then
    (cd "$data" && measure snakemake --dry-run --cores 2 --quiet) >>"$data/peer"
  fi
done
for side in ours-plan ours-run peer; do
  [[ -f "$data/$side" ]] && echo "$side: $(best 1 "$data/$side") s wall, $(best 2 "$data/$side") s CPU (fastest of $rounds, whole process)"
done
if [[ -f "$data/peer" ]]; then
  awk -v ours="$(best 2 "$data/ours-plan")" -v wall="$(best 1 "$data/ours-plan")" -v peer="$(best 2 "$data/peer")" -v peerwall="$(best 1 "$data/peer")" \
    'BEGIN { printf "planning: %.1f times as fast as Snakemake in CPU time, %.1f in wall time\n", peer / ours, peerwall / wall }'
else
  echo "no snakemake: nothing to compare with (apt-get install snakemake)"
fi
dotnet "$BENCH_PLANNING" experiment "$root" "$experiment" "$data"
