#!/usr/bin/env bash
# What the front door and a worker cost beside a stage's own work: eight imports of a handful of tiny scenes, one at a time, cold and then reused.
# usage: bench/store/stage.sh      BUILD: how to call the front door, default ./build.sh of this repository
set -euo pipefail
root=$(cd "$(dirname "$0")/../.." && pwd -P)
read -r -a build <<<"${BUILD:-$root/build.sh}"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
mkdir -p "$folder/experiments" "$folder/.nuke"
cat >"$folder/experiments/tiny.yaml" <<'YAML'
version: 1
description: Eight stages that have next to nothing to do.
datasets:
  a: { kind: streets, space: coarse, train: 2, validation: 1, size: { width: 64, height: 48 } }
  b: { kind: streets, space: fine, train: 2, validation: 1, size: { width: 64, height: 48 } }
  c: { kind: streets, space: mid, train: 2, validation: 1, size: { width: 64, height: 48 } }
  d: { kind: streets, space: mid, train: 3, validation: 2, size: { width: 64, height: 48 } }
targets: [c]
methods: [baseline]
YAML
TIMEFORMAT='%R %U %S'
call() { { time "${build[@]}" Import --experiment tiny --jobs 1 --root "$folder" >/dev/null; } 2>&1 | tail -1; }
call >/dev/null # what is worked out once for a machine
rm -rf "$folder/artifacts/store"
cold=$(call)
reused=$(call)
awk -v cold="$cold" -v reused="$reused" 'BEGIN {
    split(cold, c, " "); split(reused, r, " ")
    printf "a stage, all but its own work     %6.0f ms by the clock, %4.0f ms of processor time\n", (c[1] - r[1]) * 1000 / 8, (c[2] + c[3] - r[2] - r[3]) * 1000 / 8
    printf "a call that reuses everything     %6.0f ms by the clock, %4.0f ms of processor time\n", r[1] * 1000, (r[2] + r[3]) * 1000
}'
