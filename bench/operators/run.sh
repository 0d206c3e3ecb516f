#!/usr/bin/env bash
# NMS, RoIAlign and anchor matching against torchvision's compiled operators, at one and at two threads.
# usage: bench/operators/run.sh [--check] [--rounds N] [--only THREADS]
set -euo pipefail
cd "$(dirname "$0")"
output=${BENCH_OUTPUT:-../../artifacts/build/bench-operators}
python=${PEER_PYTHON:-/usr/bin/python3}
dotnet build -c Release -v q --nologo -o "$output" >/dev/null
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
"$python" peer.py "$data" write
"$python" ../compare.py cases.json --ours "dotnet $output/operators.dll $data" --peer "$python peer.py $data" "$@"
