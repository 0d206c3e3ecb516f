#!/usr/bin/env bash
# Installs a small S3 server (npm package s3rver) for the tests of the remote cache: artifacts/s3-server, nothing outside.
# usage: eng/s3-server.sh      then ./build.sh Test; without it those tests are skipped with a notice
set -euo pipefail
cd "$(dirname "$0")/.."
version=3.7.1
folder=artifacts/s3-server
if [ -f "$folder/node_modules/s3rver/bin/s3rver.js" ]; then
  echo "s3rver $version is there: $folder"
  exit 0
fi
if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
  echo "node and npm are needed: apt-get install -y nodejs npm" >&2
  exit 1
fi
mkdir -p "$folder"
[ -f "$folder/package.json" ] || echo '{ "private": true }' >"$folder/package.json"
npm install --prefix "$folder" --no-audit --no-fund --ignore-scripts --save-exact "s3rver@$version"
echo "s3rver $version installed: $folder"
