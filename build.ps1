[CmdletBinding()]
Param(
    [Parameter(Position = 0, Mandatory = $false, ValueFromRemainingArguments = $true)]
    [string[]]$BuildArguments
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = "Stop"

###########################################################################
# CONFIGURATION
###########################################################################

# The stand-ins need a Debian's libraries: on Windows the packages always come from the feed.
$ScriptDirectory = Split-Path $MyInvocation.MyCommand.Path -Parent
$BuildProjectFile = Join-Path $ScriptDirectory "build/_build.csproj"
$TemporaryDirectory = Join-Path $ScriptDirectory ".nuke/temp"
$GlobalFile = Join-Path $ScriptDirectory "global.json"
$InstallUrl = "https://dot.net/v1/dotnet-install.ps1"

$env:DOTNET_CLI_TELEMETRY_OPTOUT = 1
$env:NUKE_TELEMETRY_OPTOUT = 1
$env:DOTNET_NOLOGO = 1
$env:DOTNET_SKIP_FIRST_TIME_EXPERIENCE = 1
$env:LatPackages = "feed"

###########################################################################
# EXECUTION
###########################################################################

New-Item -ItemType Directory -Path $TemporaryDirectory -Force | Out-Null

# The SDK that global.json asks for: the machine's, or one fetched by Microsoft's install script
Push-Location $ScriptDirectory
try {
    $found = $null -ne (Get-Command "dotnet" -ErrorAction SilentlyContinue)
    if ($found) { & dotnet --version *> $null; $found = $LASTEXITCODE -eq 0 }
} finally { Pop-Location }

if ($found) {
    $env:DOTNET_EXE = (Get-Command "dotnet").Path
} else {
    $directory = Join-Path $TemporaryDirectory "dotnet-win"
    $env:DOTNET_EXE = Join-Path $directory "dotnet.exe"
    if (-not (Test-Path $env:DOTNET_EXE)) {
        $version = (Get-Content $GlobalFile -Raw | ConvertFrom-Json).sdk.version
        Write-Output "Fetching the .NET SDK $version into .nuke/temp, because this machine lacks it."
        [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
        $installer = Join-Path $TemporaryDirectory "dotnet-install.ps1"
        (New-Object System.Net.WebClient).DownloadFile($InstallUrl, $installer)
        & $installer -InstallDir $directory -Version $version -NoPath
    }
    $env:DOTNET_ROOT = $directory
    $env:PATH = "$directory;$env:PATH"
}

# --torch cpu|cuda decides how to compile; all other arguments are the build's
$torch = "cpu"
$arguments = @()
$given = @()
if ($null -ne $BuildArguments) { $given = @($BuildArguments) }
for ($i = 0; $i -lt $given.Count; $i++) {
    if ($given[$i] -eq "--torch") { $i++; $torch = $given[$i] }
    elseif ($given[$i] -eq "--packages") { $i++ }
    else { $arguments += $given[$i] }
}
$env:LatTorch = $torch
if ($arguments -notcontains "--root") { $arguments += "--root", $ScriptDirectory }

& $env:DOTNET_EXE build $BuildProjectFile --configuration Release -nologo -nodeReuse:false -v:quiet -clp:NoSummary
if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }

& $env:DOTNET_EXE (Join-Path $ScriptDirectory "artifacts/build/bin/_build/release/_build.dll") @arguments
exit $LASTEXITCODE
