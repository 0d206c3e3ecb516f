using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Lat.Detection.Tests;

/// <summary>A Python that has torchvision, and the scripts of eng/golden/torchvision.</summary>
internal static class TorchvisionPython
{
    /// <summary>The first on the path may be another than the system's, for which Debian packages torchvision.</summary>
    private static readonly string[] Candidates = ["python3", "/usr/bin/python3"];

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Null where there is none.</summary>
    public static string? Executable { get; } = Candidates.FirstOrDefault(HasTorchvision);

    /// <summary>Runs a script to its end.</summary>
    public static void Run(string script, params string[] arguments)
    {
        var (code, errors) = Start(Executable!, ["-B", Path.Combine(Folder(), script), .. arguments]);
        Assert.True(code == 0, $"{script} ended with {code}:\n{errors}");
    }

    private static bool HasTorchvision(string python)
    {
        try
        {
            return Start(python, ["-c", "import importlib.util, sys; sys.exit(importlib.util.find_spec('torchvision') is None)"]).Code == 0;
        }
        catch (Win32Exception)
        {
            return false; // no such program
        }
    }

    private static (int Code, string Errors) Start(string python, string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(python, arguments) { RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"{string.Join(' ', arguments)} took more than {Patience}.");
        }

        return (process.ExitCode, errors.GetAwaiter().GetResult());
    }

    private static string Folder([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", "..", "eng", "golden", "torchvision"));
}
