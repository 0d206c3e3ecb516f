:; exec "$(cd -- "$(dirname -- "$0")" && pwd -P)/build.sh" "$@"

@echo off
powershell -ExecutionPolicy ByPass -NoProfile -File "%~dp0build.ps1" %*
