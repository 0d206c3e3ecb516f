using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SixLabors.ImageSharp.Native;

/// <summary>Where the system's codecs are, and what to install when they are not there.</summary>
internal static class NativeLibraries
{
    public const string TurboJpeg = "turbojpeg";
    public const string Png = "png16";

#pragma warning disable CA2255 // A resolver must be set before the first call into either library, and this assembly has no entry point.
    [ModuleInitializer]
    internal static void Register() => NativeLibrary.SetDllImportResolver(typeof(NativeLibraries).Assembly, Resolve);
#pragma warning restore CA2255

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        string[] candidates = name switch
        {
            TurboJpeg => ["libturbojpeg.so.0", "libturbojpeg.0.dylib"],
            Png => ["libpng16.so.16", "libpng16.16.dylib"],
            _ => [],
        };
        foreach (var candidate in candidates)
        {
            if (NativeLibrary.TryLoad(candidate, assembly, searchPath, out var handle))
            {
                return handle;
            }
        }

        return candidates.Length == 0
            ? 0
            : throw new DllNotFoundException($"{candidates[0]} is not installed; on Debian or Ubuntu: apt-get install libturbojpeg0 libpng16-16");
    }
}
