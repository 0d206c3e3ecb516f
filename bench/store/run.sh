#!/usr/bin/env bash
# Publishing and verifying one large output against plain SHA-256 of the same file on one core, and a stage's fixed overhead in the kernel.
# usage: bench/store/run.sh [size in MiB] [folder]     default: 1024, artifacts/build
set -euo pipefail
cd "$(dirname "$0")"
output=${BENCH_OUTPUT:-../../artifacts/build/bench-store}
dotnet build -c Release -v q --nologo -o "$output" >/dev/null
dotnet "$output/store.dll" "${1:-1024}" "${2:-../../artifacts/build}"
