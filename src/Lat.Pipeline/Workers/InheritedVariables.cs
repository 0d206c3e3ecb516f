namespace Lat.Pipeline;

/// <summary>
/// What a worker may know of the front door's environment: where programs and libraries lie, how native libraries are to work, what is
/// Lat's own. All else stays behind, credentials above all: a worker reads files and writes files.
/// </summary>
internal static class InheritedVariables
{
    private static readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase)
    {
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "TMPDIR", "TMP", "TEMP", "LANG", "TZ", "LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "LD_PRELOAD",
        "LIBTORCH", "CC", "CXX", "CPATH", "LIBRARY_PATH", "PKG_CONFIG_PATH", "CFLAGS", "CXXFLAGS", "LDFLAGS",

        // What a process of Windows cannot start without.
        "SYSTEMROOT", "SYSTEMDRIVE", "WINDIR", "COMSPEC", "PATHEXT", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "PROGRAMFILES", "PROGRAMDATA",
        "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE",
    };

    private static readonly string[] _families =
    [
        "LC_", "XDG_", "DOTNET_", "COMPlus_", "LAT_", "CMAKE_", "CUDA_", "CUDNN_", "CUBLAS_", "NVIDIA_", "NCCL_", "HIP_", "ROCR_", "OMP_", "GOMP_", "KMP_",
        "MKL_", "OPENBLAS_", "MALLOC_", "TORCH_", "PYTORCH_", "ATEN_", "SLURM_",
    ];

    private static readonly string[] _secrets = ["TOKEN", "SECRET", "PASSWORD", "PASSWD", "CREDENTIAL", "APIKEY", "API_KEY", "ACCESS_KEY", "PRIVATE_KEY", "JWT"];

    /// <summary>Whether a variable of this name is handed on. A secret by its name is not, whatever family it is of.</summary>
    public static bool Includes(string name) =>
        (_names.Contains(name) || _families.Any(family => name.StartsWith(family, StringComparison.OrdinalIgnoreCase))) &&
        !_secrets.Any(secret => name.Contains(secret, StringComparison.OrdinalIgnoreCase));
}
