using Nuke.Common;
using Nuke.Common.IO;
using Nuke.Common.Tooling;

/// <summary>What tests need that is not a NuGet package. Where it cannot be had, those tests skip themselves with a notice.</summary>
internal static class TestServers
{
    private const int TimeoutMilliseconds = 3 * 60 * 1000;

    /// <summary>A server of the S3 protocol, a package of npm below artifacts/; Slurm, two packages of Debian's; and Chromium, another one.</summary>
    public static void Install(AbsolutePath root)
    {
        if (EnvironmentInfo.IsWin)
        {
            return;
        }

        Run(root, "s3-server.sh", "", "No S3 server", "the tests of the remote cache in a bucket");
        Run(root, "slurm-server.sh", " install", "No Slurm", "the tests on a cluster");
        Run(root, "browser.sh", "", "No browser", "the tests of the report's page");
    }

    private static void Run(AbsolutePath root, string script, string arguments, string lack, string loss)
    {
        var lastLine = string.Empty;
        var process = ProcessTasks.StartProcess(
            "bash", (root / "eng" / script).ToString(AbsolutePath.DoubleQuote) + arguments, root, timeout: TimeoutMilliseconds, logInvocation: false,
            logger: (_, line) => lastLine = line.Length > 0 ? line : lastLine);
        if (!process.WaitForExit() || process.ExitCode != 0)
        {
            Console.WriteLine($"{lack} ({lastLine}): {loss} are skipped.");
        }
    }
}
