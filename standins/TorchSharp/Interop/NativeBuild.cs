using System.ComponentModel;
using System.Diagnostics;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace TorchSharp;

/// <summary>
/// Finds the compiled native library, or compiles it with cmake on first use. It lies in a folder named by the hash of its
/// source and of the libtorch it was built for; a finished folder is never changed, so finding it costs one hash of a small file.
/// </summary>
internal static class NativeBuild
{
    private const string LibraryName = "liblat_torch.so";
    private const string Requirements = "apt-get install -y cmake g++ make libtorch-dev libopenblas0-openmp";

    internal static string LibraryPath()
    {
        var libtorch = LibTorch.Locate();
        var source = Resource("lat_torch.cpp");
        var cmake = Resource("CMakeLists.txt");
        var key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{source.Length}:{source}{cmake.Length}:{cmake}{libtorch.Identity}")))[..16];
        var folder = Path.Combine(CacheFolder(), key);
        var library = Path.Combine(folder, LibraryName);
        if (!File.Exists(library))
        {
            BuildOnce(folder, library, source, cmake, libtorch);
        }

        return library;
    }

    private static string CacheFolder()
    {
        if (Environment.GetEnvironmentVariable("LAT_NATIVE_CACHE") is { Length: > 0 } named)
        {
            return named;
        }

        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Lat.sln")) || File.Exists(Path.Combine(folder.FullName, "global.json")))
            {
                return Path.Combine(folder.FullName, "artifacts", "native");
            }
        }

        return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "lat-native");
    }

    private static void BuildOnce(string folder, string library, string source, string cmake, LibTorch libtorch)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(folder)!);
        using (AcquireLock(folder + ".lock"))
        {
            if (File.Exists(library))
            {
                return;
            }

            var work = folder + ".building";
            if (Directory.Exists(work))
            {
                Directory.Delete(work, recursive: true);
            }

            Directory.CreateDirectory(work);
            File.WriteAllText(Path.Combine(work, "lat_torch.cpp"), source);
            File.WriteAllText(Path.Combine(work, "CMakeLists.txt"), cmake);
            var build = Path.Combine(work, "build");
            Run("cmake", ["-S", work, "-B", build, "-DCMAKE_BUILD_TYPE=Release", $"-DLIBTORCH={libtorch.Root}"]);
            Run("cmake", ["--build", build]);
            Directory.CreateDirectory(folder);
            File.Move(Path.Combine(build, LibraryName), library);
            Directory.Delete(work, recursive: true);
        }
    }

    private static FileStream AcquireLock(string path)
    {
        var waited = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (waited.Elapsed < TimeSpan.FromMinutes(10))
            {
                Thread.Sleep(100);
            }
        }
    }

    private static void Run(string program, string[] arguments)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true } };
        try
        {
            process.Start();
        }
        catch (Win32Exception)
        {
            throw new DllNotFoundException($"The native half of TorchSharp's stand-in is compiled on first use and needs {program}; run: {Requirements}");
        }

        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new DllNotFoundException(
                $"The native half of TorchSharp's stand-in could not be compiled; if a tool or libtorch is missing, run: {Requirements}\n{output}{error.Result}");
        }
    }

    private static string Resource(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }
}
