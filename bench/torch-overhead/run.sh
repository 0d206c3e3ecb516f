#!/usr/bin/env bash
# Time per operator through TorchSharp's stand-in and through python3-torch, on the same libtorch, in turns.
# usage: bench/torch-overhead/run.sh [rounds] [threads...]     default: 3 rounds, 1 and 2 threads
set -euo pipefail
cd "$(dirname "$0")"
rounds=${1:-3}
threads=("${@:2}")
[ ${#threads[@]} -gt 0 ] || threads=(1 2)
output=${BENCH_OUTPUT:-../../artifacts/build/torch-overhead}
dotnet build -c Release -v q --nologo -o "$output" >/dev/null
peer=1
if ! /usr/bin/python3 -c 'import torch' 2>/dev/null; then
  echo "python3-torch is not installed (apt-get install -y python3-torch): only the stand-in is measured."
  peer=0
fi
results=$(mktemp)
trap 'rm -f "$results"' EXIT
for ((round = 0; round < rounds; round++)); do
  for count in "${threads[@]}"; do
    dotnet "$output/torch-overhead.dll" "$count" | sed "s/^/csharp $count /" >>"$results"
    [ "$peer" = 0 ] || /usr/bin/python3 peer.py "$count" | sed "s/^/python $count /" >>"$results"
  done
done
awk '
  { key = $2 " " $3; if (!(key in seen)) { seen[key] = 1; order[++n] = key }
    if (!(($1, key) in best) || $4 < best[$1, key]) best[$1, key] = $4 }
  END {
    printf "%-8s %-16s %12s %12s %8s\n", "threads", "case", "C# us", "python us", "ratio"
    for (i = 1; i <= n; i++) {
      split(order[i], part, " "); c = best["csharp", order[i]]; p = best["python", order[i]]
      if (p > 0) printf "%-8s %-16s %12.2f %12.2f %8.2f\n", part[1], part[2], c / 1000, p / 1000, c / p
      else printf "%-8s %-16s %12.2f %12s %8s\n", part[1], part[2], c / 1000, "-", "-"
    }
  }' "$results"
