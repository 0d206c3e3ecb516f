using System.Reflection;

namespace Lat.Reports.Tests;

/// <summary>Where Node.js, Chromium and the driver lie on this machine.</summary>
internal static class BrowserTools
{
    public static string? Node { get; } = OnPath("node");

    public static string? Chromium { get; } = OnPath("chromium") ?? OnPath("chromium-browser") ?? OnPath("google-chrome");

    /// <summary>The driver that the build fetched, at the version and with the hash of the lock file.</summary>
    public static string Driver { get; } = typeof(BrowserTools).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == "BrowserDriver").Value!;

    /// <summary>What is missing; null where nothing is.</summary>
    public static string? Missing =>
        Node is null ? "No Node.js here (Debian: nodejs)."
        : Chromium is null ? "No Chromium here (Debian: chromium)."
        : File.Exists(Driver) ? null
        : $"No playwright-core at '{Driver}': npm or the network was missing when the tests were built.";

    private static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
