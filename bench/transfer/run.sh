#!/usr/bin/env bash
# Label transfer from stored features, 20 boxes of an image and 40 pseudo-labels, as the stage does it: time and peak memory at rising numbers
# of images. Linear: CPU time an image of the largest run at most 1.15 times the smallest's. Flat: peak memory at most 1.25 times the smallest's.
# usage: [LABELS=20] bench/transfer/run.sh [--check] [N...]     default: 2500 5000 10000; LABELS: the most of an image (product: 100);
# needs 100 kB of disk an image in the folder for temporary files
set -euo pipefail
cd "$(dirname "$0")"
output=${BENCH_OUTPUT:-../../artifacts/build/bench-transfer}
check=0
if [ "${1:-}" = --check ]; then check=1; shift; fi
sizes=("$@")
[ ${#sizes[@]} -gt 0 ] || sizes=(2500 5000 10000)
dotnet build -c Release -v q --nologo -o "$output" >/dev/null
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
for size in "${sizes[@]}"; do
  dotnet "$output/transfer.dll" "$data" write "$size"
  echo "$size $(dotnet "$output/transfer.dll" "$data" run "${LABELS:-20}")"
done | awk -v check="$check" '
  NR == 1 { printf "%10s %10s %10s %14s %10s\n", "images", "CPU s", "wall s", "CPU ms/image", "peak MiB" }
  { each = $2 / $1 * 1000; printf "%10d %10.1f %10.1f %14.2f %10.0f\n", $1, $2, $3, each, $4 / 1024; fflush() }
  NR == 1 { first = each; memory = $4 }
  { last = $4 }
  END {
    met = each / first <= 1.15 && last / memory <= 1.25
    printf "CPU time an image, largest by smallest run: %.2f (limit 1.15); peak memory: %.2f (limit 1.25): %s\n", each / first, last / memory, met ? "met" : "MISSED"
    exit check && !met
  }'
