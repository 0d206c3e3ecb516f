#!/usr/bin/env bash
# The quickstart's detector on the CPU: what its data cost a step (background workers, in the step, no data at all), or whether training in
# bfloat16 gives the loss and the AP50 of float32 within the noise of seeds.
# usage: bench/training/run.sh data [--iterations N] [--rounds N] [--check]
#        bench/training/run.sh precision [--iterations N] [--seeds N] [--size WxH] [--validation N] [--check]
set -euo pipefail
cd "$(dirname "$0")"
output=${BENCH_OUTPUT:-../../artifacts/build/bench-training}
dotnet build -c Release -v q --nologo -o "$output" >/dev/null
dotnet "$output/training.dll" ../.. "$@"
