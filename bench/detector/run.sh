#!/usr/bin/env bash
# Training step and prediction of R50-FPN against torchvision's at two threads, and the training step of the small detector against plain
# PyTorch at one, on the same libtorch.
# usage: bench/detector/run.sh [--check] [--rounds N] [--only r50-train|r50-predict|small-train]
set -euo pipefail
cd "$(dirname "$0")"
output=${BENCH_OUTPUT:-../../artifacts/build/bench-detector}
python=${PEER_PYTHON:-/usr/bin/python3}
dotnet build -c Release -v q --nologo -o "$output" >/dev/null
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
"$python" peer.py "$data" write
"$python" ../compare.py cases.json --ours "dotnet $output/detector.dll $data" --peer "$python peer.py $data" "$@"
