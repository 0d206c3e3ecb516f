using Lat.Pipeline;

/// <summary>Whether people watch the standard output on a terminal.</summary>
internal static class StandardOutput
{
    /// <returns>Null in a pipe, in a log, under CI, and on a terminal that cannot move its cursor.</returns>
    public static Terminal? Terminal() =>
        Console.IsOutputRedirected || Environment.GetEnvironmentVariable("CI") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") is null or "" or "dumb"
            ? null
            : new Terminal(() => Math.Max(Console.WindowWidth, 20));
}
