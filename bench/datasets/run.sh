#!/usr/bin/env bash
# Reading COCO JSON of val2017's size, outlines included, against the official Python class building its index; loading and mapping 1.8 million
# boxes of Lat's own store (limit 1 s); reading 5,000 frames of BDD100K's JSON (limit 100 ms: 50,000 images a second); verifying 200,000
# unchanged files (limit 2 s); and the memory of an import of BDD100K's size (limit 3 times the store's). Needs 2 GB in the folder for
# temporary files.
# usage: bench/datasets/run.sh [--check] [--rounds N]
set -euo pipefail
cd "$(dirname "$0")"
output=${BENCH_OUTPUT:-../../artifacts/build/bench-datasets}
python=${PEER_PYTHON:-/usr/bin/python3}
dotnet build -c Release -v q --nologo -o "$output" >/dev/null
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
dotnet "$output/datasets.dll" "$data" write
dotnet "$output/datasets.dll" "$data" memory || [[ " $* " != *" --check "* ]]
"$python" ../compare.py cases.json --ours "dotnet $output/datasets.dll $data" --peer "$python peer.py $data" "$@"
