#!/usr/bin/env bash
# Decoding and resizing JPEGs against PIL with torchvision's transforms, reading a pack against decoding, and rendering a scene of Streets; on
# one core. With the environment variable LAT_TEST_DATA, real photographs too.
# usage: bench/images/run.sh [--check] [--rounds N]
set -euo pipefail
cd "$(dirname "$0")"
output=${BENCH_OUTPUT:-../../artifacts/build/bench-images}
python=${PEER_PYTHON:-/usr/bin/python3}
dotnet build -c Release -v q --nologo -o "$output" >/dev/null
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
dotnet "$output/images.dll" "$data" write
"$python" ../compare.py cases.json --ours "dotnet $output/images.dll $data" --peer "$python peer.py $data" "$@"
