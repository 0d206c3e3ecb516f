#!/usr/bin/env bash
# Installs Debian's Chromium for the tests of the report's page, where this is root (or sudo asks for no password).
# usage: eng/browser.sh      then ./build.sh Test; without it those tests are skipped with a notice
set -euo pipefail

for program in chromium chromium-browser google-chrome; do
  if command -v "$program" >/dev/null; then
    echo "A browser is there: $program"
    exit 0
  fi
done
command -v node >/dev/null || { echo "no Node.js, by which the tests drive a browser" >&2; exit 1; }
command -v apt-get >/dev/null || { echo "no apt-get; the tests look for chromium, chromium-browser or google-chrome" >&2; exit 1; }
sudo=()
if ((EUID != 0)); then
  sudo -n true 2>/dev/null || { echo "not root: sudo apt-get install -y chromium" >&2; exit 1; }
  sudo=(sudo -n)
fi
get=("${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=120)
# On Ubuntu the package is a wrapper of a snap, which a container cannot run: only a real one counts.
apt-cache policy chromium 2>/dev/null | grep -q 'Candidate: [0-9]' || "${get[@]}" update >/dev/null 2>&1 </dev/null || true
apt-cache policy chromium 2>/dev/null | grep -q 'Candidate: [0-9]' || { echo "no package chromium here" >&2; exit 1; }
"${get[@]}" install -y --no-install-recommends chromium >/dev/null 2>&1 </dev/null ||
  { "${get[@]}" update >/dev/null 2>&1 </dev/null && "${get[@]}" install -y --no-install-recommends chromium >/dev/null 2>&1 </dev/null; } ||
  { echo "apt-get could not install chromium" >&2; exit 1; }
echo "Chromium installed: $(chromium --version 2>/dev/null || echo chromium)"
