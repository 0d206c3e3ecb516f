using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

/// <summary>What tests need that is not a NuGet package. Where it cannot be had, those tests skip themselves with a notice.</summary>
internal static class TestServers
{
    private const int TimeoutMilliseconds = 3 * 60 * 1000;

    /// <summary>A server of the S3 protocol for the tests of the remote cache: a package of npm, below artifacts/.</summary>
    public static void Install(AbsolutePath root)
    {
        if (EnvironmentInfo.IsWin)
        {
            return;
        }

        var lastLine = string.Empty;
        var script = root / "eng" / "s3-server.sh";
        var process = ProcessTasks.StartProcess(
            "bash", script.ToString(AbsolutePath.DoubleQuote), root, timeout: TimeoutMilliseconds, logInvocation: false,
            logger: (_, line) => lastLine = line.Length > 0 ? line : lastLine);
        if (!process.WaitForExit() || process.ExitCode != 0)
        {
            Console.WriteLine($"No S3 server ({lastLine}): the tests of the remote cache in a bucket are skipped.");
        }
    }
}
