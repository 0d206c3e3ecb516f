namespace TorchSharp;

/// <summary>The libtorch that the native library is built against.</summary>
/// <param name="Root">The folder with include/ and lib/, or empty for the system's.</param>
/// <param name="Identity">Changes when another libtorch lies at the same place.</param>
internal sealed record LibTorch(string Root, string Identity)
{
    /// <summary>The one that the environment variable LIBTORCH names, else the system's.</summary>
    internal static LibTorch Locate()
    {
        if (Environment.GetEnvironmentVariable("LIBTORCH") is { Length: > 0 } named)
        {
            var root = Path.GetFullPath(named);
            var library = Path.Combine(root, "lib", "libtorch_cpu.so");
            if (!File.Exists(library))
            {
                throw new DllNotFoundException($"LIBTORCH is '{named}', which has no lib/libtorch_cpu.so; name the folder with include/ and lib/ (for pip's torch: site-packages/torch).");
            }

            return new LibTorch(root, Describe(library));
        }

        foreach (var folder in (string[])["/usr/lib/x86_64-linux-gnu", "/usr/lib/aarch64-linux-gnu", "/usr/lib", "/usr/local/lib"])
        {
            var library = Path.Combine(folder, "libtorch_cpu.so");
            if (File.Exists(library))
            {
                return new LibTorch("", Describe(library));
            }
        }

        throw new DllNotFoundException(
            "libtorch is not installed; run: apt-get install -y cmake g++ make libtorch-dev libopenblas0-openmp, or set LIBTORCH to a libtorch folder of version 1.13 to 2.11.");
    }

    // Size and resolved name tell versions apart (libtorch_cpu.so.1.13.0); time stamps would rebuild after every copy.
    private static string Describe(string library)
    {
        var resolved = File.ResolveLinkTarget(library, returnFinalTarget: true)?.FullName ?? library;
        return $"{resolved}|{new FileInfo(resolved).Length}";
    }
}
