#!/usr/bin/env bash
# ViT-S/14 features of one image against the original code's on the same libtorch, at one and at two threads; then five iterations of LAT training
# from stored features against the same iterations with the features computed for every batch.
# usage: LAT_DINOV2=CHECKOUT bench/extractor/run.sh [--check] [--rounds N]
#        CHECKOUT is a clone of github.com/facebookresearch/dinov2.
set -euo pipefail
cd "$(dirname "$0")"
output=${BENCH_OUTPUT:-../../artifacts/build/bench-extractor}
python=${PEER_PYTHON:-/usr/bin/python3}
checkout=${LAT_DINOV2:?names the folder of a clone of github.com/facebookresearch/dinov2}
dotnet build -c Release -v q --nologo -o "$output" >/dev/null
data=$(mktemp -d)
trap 'rm -rf "$data"' EXIT
"$python" -B peer.py "$data" write "$checkout"
# On a machine in use a thread that waits for a starved one spins, and spinning would count as work.
export OMP_WAIT_POLICY=${OMP_WAIT_POLICY:-passive}
status=0
"$python" ../compare.py cases.json --ours "dotnet $output/extractor.dll $data" --peer "$python -B peer.py $data $checkout" "$@" || status=1
"$python" ../compare.py cases-training.json --ours "dotnet $output/extractor.dll $data cached" --peer "dotnet $output/extractor.dll $data computed" "$@" || status=1
exit $status
