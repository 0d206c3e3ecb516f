using System.Globalization;

namespace Lat.Artifacts;

/// <summary>The process that holds a lock, for the message to those who wait.</summary>
public sealed record LockOwner(int ProcessId, string Host)
{
    public static LockOwner Current => new(Environment.ProcessId, Environment.MachineName);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"process {ProcessId} on {Host}");

    internal string ToText() => string.Create(CultureInfo.InvariantCulture, $"{ProcessId} {Host}\n");

    internal static LockOwner? TryParse(string text) =>
        text.Trim().Split(' ', 2) is [var id, var host] && int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var processId)
            ? new LockOwner(processId, host)
            : null;
}
