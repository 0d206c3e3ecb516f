using System.Runtime.CompilerServices;

namespace Lat.Artifacts.Tests;

/// <summary>A test that needs the S3 server that eng/s3-server.sh installs; skipped with a notice where it is not there.</summary>
internal sealed class S3ServerFactAttribute : FactAttribute
{
    public S3ServerFactAttribute()
    {
        if (!File.Exists(Program) || !File.Exists(Node))
        {
            Skip = "no S3 server: run eng/s3-server.sh";
        }
    }

    public static string Node => Path.Combine(
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).FirstOrDefault(folder => File.Exists(Path.Combine(folder, "node")), "/usr/bin"), "node");

    public static string Program { get; } = Path.Combine(Root(), "artifacts", "s3-server", "node_modules", "s3rver", "bin", "s3rver.js");

    private static string Root([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", ".."));
}
