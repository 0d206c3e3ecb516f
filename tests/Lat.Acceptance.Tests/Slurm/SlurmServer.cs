using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;

namespace Lat.Acceptance.Tests;

/// <summary>A real Slurm of one node on this machine (eng/slurm-server.sh), shared by the tests of a class. It ends with them, even where they are killed.</summary>
public sealed class SlurmServer : IDisposable
{
    private readonly string? _folder;

    public SlurmServer()
    {
        if (SlurmFactAttribute.Lack is not null)
        {
            return;
        }

        _folder = Directory.CreateTempSubdirectory("lat-slurm-").FullName;
        var configuration = Script("start", _folder, Environment.ProcessId.ToString(CultureInfo.InvariantCulture)).Trim();

        // Slurm's commands find their controller by this variable, as do those that the front door starts.
        Environment.SetEnvironmentVariable("SLURM_CONF", configuration);
    }

    /// <summary>Runs one of Slurm's commands.</summary>
    public static string Command(string program, params string[] arguments) => Run(program, arguments);

    /// <summary>Every job that the cluster has seen, as `12_3 STATE`.</summary>
    public static IReadOnlyList<string> Jobs() => Command("squeue", "--me", "--noheader", "--array", "--states=all", "--format=%i %T").Split('\n', StringSplitOptions.RemoveEmptyEntries);

    public void Dispose()
    {
        if (_folder is not null)
        {
            Script("stop", _folder);
            Environment.SetEnvironmentVariable("SLURM_CONF", null);
            Directory.Delete(_folder, recursive: true);
        }
    }

    private static string Script(params string[] arguments) => Run("bash", [ScriptPath(), .. arguments]);

    private static string Run(string program, IEnumerable<string> arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: {errors.GetAwaiter().GetResult()}");
    }

    private static string ScriptPath([CallerFilePath] string path = "") =>
        Path.Combine(Environment.GetEnvironmentVariable("LAT_ROOT") ?? Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "..")), "eng", "slurm-server.sh");
}
