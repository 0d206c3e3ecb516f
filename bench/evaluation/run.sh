#!/usr/bin/env bash
# `lat evaluate` from files to the printed numbers, against the official tool on the same files: 5,000 images, 36,000 boxes, 500,000
# detections, 80 classes. Prints time, memory and their ratios, and compares the twelve printed lines.
# usage: bench/evaluation/run.sh [--check] [--rounds N] [--scale PART]
# PYCOCOTOOLS names a checkout whose `_mask` is built where the package is not installed; LAT a command to use instead of building it.
set -euo pipefail
cd "$(dirname "$0")"
python=${PEER_PYTHON:-/usr/bin/python3}
if [ -z "${LAT:-}" ]; then
  output=${BENCH_OUTPUT:-../../artifacts/build/bench-evaluation}
  dotnet build ../../src/Lat.Cli -c Release -v q --nologo -o "$output" >/dev/null
  LAT="dotnet $output/lat.dll"
fi
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
"$python" sides.py "$data" --lat "$LAT" "$@"
