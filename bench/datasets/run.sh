#!/usr/bin/env bash
# Reading COCO JSON of val2017's size against the official Python class building its index, loading 1.8 million boxes from Lat's own store
# (limit 1 s), and reading 5,000 frames of BDD100K's JSON (limit 100 ms: 50,000 images a second).
# usage: bench/datasets/run.sh [--check] [--rounds N]
set -euo pipefail
cd "$(dirname "$0")"
output=${BENCH_OUTPUT:-../../artifacts/build/bench-datasets}
python=${PEER_PYTHON:-/usr/bin/python3}
dotnet build -c Release -v q --nologo -o "$output" >/dev/null
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
dotnet "$output/datasets.dll" "$data" write
"$python" ../compare.py cases.json --ours "dotnet $output/datasets.dll $data" --peer "$python peer.py $data" "$@"
