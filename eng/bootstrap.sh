# Sourced by build.sh and lat: finds dotnet, decides where packages come from, installs what the machine lacks and compiles,
# each only where there is something to do. Expects ROOT, the repository's physical path, and sets RUN_DIRECTORY and DOTNET_EXE.

TEMP_DIRECTORY="$ROOT/.nuke/temp"
PACKAGES_FILE="$TEMP_DIRECTORY/packages"
TORCH_FILE="$TEMP_DIRECTORY/torch"

export DOTNET_CLI_TELEMETRY_OPTOUT=1 NUKE_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_CLI_UI_LANGUAGE=en
# One source of truth: an IDE's MSBuild reads the files, so the environment must not say otherwise here.
unset LatPackages LatTorch

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

###########################################################################
# .NET SDK
###########################################################################

# The SDK that global.json asks for: the machine's, or the one fetched before, or one fetched now by Microsoft's install script.
find_dotnet() {
    local fetched="$TEMP_DIRECTORY/dotnet-unix" installer="$TEMP_DIRECTORY/dotnet-install.sh" version
    if command -v dotnet >/dev/null && (cd "$ROOT" && dotnet --version >/dev/null 2>&1); then
        DOTNET_EXE=$(command -v dotnet)
    else
        if [[ ! -x "$fetched/dotnet" ]]; then
            version=$(sed -n 's/.*"version"[^"]*"\([^"]*\)".*/\1/p' "$ROOT/global.json")
            echo "Fetching the .NET SDK $version into .nuke/temp, because this machine lacks it."
            download https://dot.net/v1/dotnet-install.sh "$installer" ||
                fail "Could not download https://dot.net/v1/dotnet-install.sh. Install the .NET SDK $version yourself: https://dotnet.microsoft.com/download"
            bash "$installer" --install-dir "$fetched" --version "$version" --no-path >"$TEMP_DIRECTORY/dotnet-install.log" 2>&1 ||
                fail "$(tail -n 5 "$TEMP_DIRECTORY/dotnet-install.log")" "The .NET SDK $version could not be installed; see .nuke/temp/dotnet-install.log."
        fi
        DOTNET_EXE="$fetched/dotnet"
        export DOTNET_ROOT="$fetched" PATH="$fetched:$PATH"
    fi
}

download() {
    if command -v curl >/dev/null; then
        curl -fsSL --retry 3 -o "$2" "$1"
    else
        wget -q -O "$2" "$1"
    fi
}

###########################################################################
# PACKAGES
###########################################################################

PROBED_PACKAGES="TorchSharp Nuke.Common SixLabors.ImageSharp Verify.Xunit"
PROBE_SECONDS=90

# feed | standin, once per machine: an explicit choice, or else whether the feed has the very versions that are pinned.
choose_packages() {
    if [[ -n "$1" ]]; then
        [[ "$1" == feed || "$1" == standin ]] || fail "--packages is '$1'; it must be feed or standin."
        [[ -f "$PACKAGES_FILE" && $(<"$PACKAGES_FILE") == "$1" ]] || echo "Packages: $1, because --packages says so; remembered in .nuke/temp/packages."
        echo "$1" >"$PACKAGES_FILE"
    elif [[ ! -f "$PACKAGES_FILE" ]]; then
        probe_feed
    fi
    if [[ -n "$2" ]]; then
        [[ "$2" == cpu || "$2" == cuda ]] || fail "--torch is '$2'; it must be cpu or cuda."
        echo "$2" >"$TORCH_FILE"
    elif [[ ! -f "$TORCH_FILE" ]]; then
        if [[ -d /proc/driver/nvidia ]] || command -v nvidia-smi >/dev/null; then echo cuda; else echo cpu; fi >"$TORCH_FILE"
    fi
}

probe_feed() {
    local probe="$TEMP_DIRECTORY/probe" package version status=0
    mkdir -p "$probe"
    for file in Directory.Build.props Directory.Build.targets Directory.Packages.props; do
        echo '<Project />' >"$probe/$file"
    done
    {
        echo '<Project Sdk="Microsoft.NET.Sdk"><PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup><ItemGroup>'
        for package in $PROBED_PACKAGES; do
            version=$(sed -n "s/.*Include=\"$package\" Version=\"\([^\"]*\)\".*/\1/p" "$ROOT/Directory.Packages.props")
            echo "<PackageReference Include=\"$package\" Version=\"[$version]\" />"
        done
        echo '</ItemGroup></Project>'
    } >"$probe/probe.csproj"
    bounded "$DOTNET_EXE" restore "$probe/probe.csproj" -p:NuGetAudit=false -nodeReuse:false >"$probe/log" 2>&1 || status=$?
    if ((status == 0)); then
        echo feed >"$PACKAGES_FILE"
        echo "Packages: feed, because the package feed has $PROBED_PACKAGES in the pinned versions."
    elif ((status == 124)); then
        echo standin >"$PACKAGES_FILE"
        echo "Packages: standin (standins/), because the package feed did not answer within $PROBE_SECONDS s; --packages feed overrides."
    else
        local missing
        missing=$(for package in $PROBED_PACKAGES; do grep -qE "NU110[0-9].*[ \"']$package[ .\"']" "$probe/log" && echo "$package"; done | paste -sd ' ' -)
        echo standin >"$PACKAGES_FILE"
        echo "Packages: standin (standins/), because the package feed lacks ${missing:-what was asked for; see .nuke/temp/probe/log}; --packages feed overrides."
    fi
}

bounded() {
    if command -v timeout >/dev/null; then timeout "$PROBE_SECONDS" "$@"; else "$@"; fi
}

###########################################################################
# SYSTEM LIBRARIES
###########################################################################

# What the stand-ins need of the system: a Debian package, and how to see that it is there. Only looks at files: cheap enough for every call.
missing_system_packages() {
    if [[ -z "${LIBTORCH:-}" ]]; then
        [[ -e /usr/include/torch/csrc/api/include/torch/torch.h ]] || echo libtorch-dev
        compgen -G '/usr/lib/*/openblas-openmp/libblas.so.3' >/dev/null || echo libopenblas0-openmp
    fi
    [[ -e /usr/include/turbojpeg.h ]] || echo libturbojpeg0-dev
    [[ -e /usr/include/png.h ]] || echo libpng-dev
    command -v cmake >/dev/null || echo cmake
    command -v make >/dev/null || echo make
    command -v g++ >/dev/null || echo g++
}

install_missing() {
    [[ $(<"$PACKAGES_FILE") == standin ]] || return 0
    local missing sudo=()
    missing=$(missing_system_packages | paste -sd ' ' -)
    if [[ -z "$missing" ]]; then
        return 0
    elif ! command -v apt-get >/dev/null; then
        # Another distribution keeps these files elsewhere, under other names: say so once and let the compiler decide.
        [[ -e "$TEMP_DIRECTORY/told-system-packages" ]] || echo "The stand-ins need what Debian calls: $missing. Install your distribution's packages for them."
        touch "$TEMP_DIRECTORY/told-system-packages"
        return 0
    elif ((EUID != 0)); then
        sudo -n true 2>/dev/null || fail "The stand-ins need system packages. Run this once, then the same command again:" "  sudo apt-get install -y $missing"
        sudo=(sudo -n)
    fi
    echo "Installing $missing (apt-get)."
    # shellcheck disable=SC2086 # package names are words of their own
    if ! apt_get "${sudo[@]}" install -y --no-install-recommends $missing; then
        apt_get "${sudo[@]}" update
        # shellcheck disable=SC2086
        apt_get "${sudo[@]}" install -y --no-install-recommends $missing ||
            fail "$(tail -n 5 "$TEMP_DIRECTORY/apt-get.log")" "apt-get could not install $missing; see .nuke/temp/apt-get.log."
    fi
}

# [sudo -n] VERB ARGUMENTS...
apt_get() {
    local prefix=()
    if [[ "$1" == sudo ]]; then
        prefix=(sudo -n)
        shift 2
    fi
    "${prefix[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 "$@" >>"$TEMP_DIRECTORY/apt-get.log" 2>&1 </dev/null
}

###########################################################################
# COMPILATION
###########################################################################

# The state of everything that the compiler reads: paths, times and sizes, so that a deleted file counts too.
state_of_sources() {
    cd "$ROOT"
    local roots=(src build standins eng/BannedSymbols.txt Directory.Build.props Directory.Build.targets Directory.Packages.props global.json .editorconfig)
    local prune=(-type d \( -name bin -o -name obj \) -prune -o -type f)
    for file in NuGet.Config nuget.config "$PACKAGES_FILE" "$TORCH_FILE"; do
        [[ ! -e "$file" ]] || roots+=("$file")
    done
    case "$OSTYPE" in
        darwin*) find "${roots[@]}" "${prune[@]}" -exec stat -f '%N %Fm %z' {} + ;;
        *) find "${roots[@]}" "${prune[@]}" -printf '%p %T@ %s\n' ;;
    esac | LC_ALL=C sort | sha256sum | cut -c1-16
}

# Compiled programs run from a copy of their own, named by the state of the sources: a later compilation never changes a program that
# is running, nor the workers that it has yet to start.
find_run_directory() {
    RUN_DIRECTORY="$ROOT/artifacts/build/run/$(state_of_sources)"
    [[ -f "$RUN_DIRECTORY/complete" ]]
}

compile_if_changed() {
    if [[ -z "$1$2" && -f "$PACKAGES_FILE" && -f "$TORCH_FILE" ]] && find_run_directory; then
        if [[ $(<"$PACKAGES_FILE") == feed || -z $(missing_system_packages) ]]; then
            read -r DOTNET_EXE <"$RUN_DIRECTORY/complete"
            [[ -x "$DOTNET_EXE" ]] && hold_run_directory && return 0
        fi
    fi
    mkdir -p "$TEMP_DIRECTORY"
    exec 9>"$TEMP_DIRECTORY/lock"
    ! command -v flock >/dev/null || flock 9
    find_dotnet
    choose_packages "$1" "$2"
    install_missing
    find_run_directory || compile
    hold_run_directory
    exec 9>&-
}

compile() {
    local attempt project before aside="$ROOT/artifacts/build/run/unnamed.$$"
    for attempt in 1 2 3; do
        echo "Compiling."
        before="$RUN_DIRECTORY"
        run_compiler
        rm -rf "$aside"
        for project in _build Lat.Cli; do
            mkdir -p "$aside/$project"
            copy_program "$ROOT/artifacts/build/bin/$project/release" "$aside/$project/release"
        done
        echo "$DOTNET_EXE" >"$aside/complete"
        # Where the sources changed while the compiler read them, the copy belongs to no state of theirs.
        find_run_directory || true
        if [[ "$RUN_DIRECTORY" == "$before" ]]; then
            rm -rf "$RUN_DIRECTORY"
            mv "$aside" "$RUN_DIRECTORY"
            remove_old_runs
            return
        fi
        echo "The sources changed meanwhile."
    done
    echo "Running what was compiled last."
    RUN_DIRECTORY="$aside"
}

run_compiler() {
    local log="$TEMP_DIRECTORY/compile.log"
    if ! "$DOTNET_EXE" build "$ROOT/build/_build.csproj" --configuration Release -nologo -nodeReuse:false -tl:off -v:quiet -clp:NoSummary >"$log" 2>&1 9>&-; then
        sed "s| \[$ROOT/[^]]*\]\$||; s|^$ROOT/||" "$log" | grep -E ': (error|fatal)|error (NU|MSB|CS|NETSDK)' | sort -u | head -n 40 >&2
        fail "The compilation failed; all of its output is in .nuke/temp/compile.log."
    fi
}

# Libraries of gigabytes are linked, not copied: MSBuild replaces such files, it never writes into them.
copy_program() {
    cp -al "$1" "$2" 2>/dev/null || { rm -rf "$2"; cp -a "$1" "$2"; return; }
    find "$2" -type f \( -name '*.json' -o -name '*.config' \) -exec sh -c 'for f; do cp -p "$f" "$f.copy" && mv -f "$f.copy" "$f"; done' sh {} +
}

# Shared by every program that runs from the folder, until it ends.
hold_run_directory() {
    exec 8<"$RUN_DIRECTORY/complete" || return 1
    ! command -v flock >/dev/null || flock -s 8
}

remove_old_runs() {
    command -v flock >/dev/null || return 0
    local old
    for old in "$ROOT"/artifacts/build/run/*; do
        if [[ ! -f "$old/complete" ]]; then
            rm -rf "$old"
        elif [[ "$old" != "$RUN_DIRECTORY" && -z $(find "$old" -maxdepth 1 -name held-by-jobs -mtime -30) ]]; then
            flock -n -x "$old/complete" rm -rf "$old" || true
        fi
    done
}
