#!/usr/bin/env bash
# On an NVIDIA GPU: R50-FPN's training step in bfloat16, batch 8 at 1333x800, by the product's own loop and data path, against torchvision's in eager
# PyTorch with autocast and channels-last, in turns; with the share of the step spent on launches, data and synchronisation (step.py says how).
# Written to bench/results/r50-step-GPU.json.
# usage: LIBTORCH=FOLDER PEER_PYTHON=python3 bench/gpu/run.sh [--rounds N] [--steps N] [--check]
#        bench/gpu/run.sh --device cpu --size 96x64 --batch 2 --steps 2 --warm-up 1 --rounds 1     tries the command out where there is no GPU
# Our side needs a CUDA build of libtorch; PEER_PYTHON's own will do, and then both sides run on the same:
#        LIBTORCH=$("$PEER_PYTHON" -c 'import os, torch; print(os.path.dirname(torch.__file__))')
set -euo pipefail
cd "$(dirname "$0")"
output=${BENCH_OUTPUT:-../../artifacts/build/bench-gpu}
python=${PEER_PYTHON:-/usr/bin/python3}
dotnet build -c Release -v q --nologo -o "$output" >/dev/null
"$python" -B step.py --ours "dotnet $output/gpu.dll" --peer "$python -B peer.py" "$@"
