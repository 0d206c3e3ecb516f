#!/usr/bin/env bash

set -euo pipefail

###########################################################################
# CONFIGURATION
###########################################################################

CALLED_AS="${BASH_SOURCE[0]}"
[[ ! -L "$CALLED_AS" ]] || CALLED_AS=$(readlink -f "$CALLED_AS")
ROOT=$(cd -- "$(dirname -- "$CALLED_AS")" && pwd -P)

# --packages feed|standin and --torch cpu|cuda decide how to compile; all other arguments are the build's.
PACKAGES="" TORCH="" HAS_ROOT=""
ARGUMENTS=()
while (($# > 0)); do
    case "$1" in
        --packages | --torch)
            (($# > 1)) || { echo "$1 needs a value." >&2; exit 1; }
            if [[ "$1" == --packages ]]; then PACKAGES="$2"; else TORCH="$2"; fi
            shift
            ;;
        --root) HAS_ROOT=1 && ARGUMENTS+=("$1") ;;
        *) ARGUMENTS+=("$1") ;;
    esac
    shift
done

###########################################################################
# EXECUTION
###########################################################################

# shellcheck source=eng/bootstrap.sh
source "$ROOT/eng/bootstrap.sh"
compile_if_changed "$PACKAGES" "$TORCH"

[[ -n "$HAS_ROOT" ]] || ARGUMENTS+=(--root "$ROOT")
export DOTNET_EXE
exec "$DOTNET_EXE" "$RUN_DIRECTORY/_build/release/_build.dll" "${ARGUMENTS[@]}"
