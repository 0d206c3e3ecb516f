using System.Diagnostics;

namespace Lat.Acceptance.Tests;

/// <summary>faulty_disk.c, compiled into a folder of its own.</summary>
internal static class FaultyDiskLibrary
{
    /// <summary>Whether there is a C compiler.</summary>
    public static bool CanCompile { get; } = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, "cc")));

    /// <param name="folder">Where to put `libc.so`: also who asks for the C library by that name shall find this one first.</param>
    /// <returns>The file.</returns>
    public static string Compile(string folder)
    {
        var library = Path.Combine(folder, "libc.so");
        var source = Path.Combine(WorkflowTests.RepositoryRoot(), "tests", "Lat.Acceptance.Tests", "Faults", "faulty_disk.c");
        var start = new ProcessStartInfo("cc", ["-shared", "-fPIC", "-O1", "-o", library, source, "-ldl"]) { RedirectStandardError = true };
        using var compiler = Process.Start(start)!;
        var errors = compiler.StandardError.ReadToEnd();
        compiler.WaitForExit();
        Assert.True(compiler.ExitCode == 0, errors);
        return library;
    }
}
