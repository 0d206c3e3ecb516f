using System.Globalization;

namespace Lat.Artifacts;

/// <summary>The process that holds a lock: for the message to those who wait, and for their judgement whether it still lives.</summary>
/// <param name="ProcessId">Its number on its host, or in its container.</param>
/// <param name="Host">The host's name.</param>
public sealed record LockOwner(int ProcessId, string Host)
{
    private static readonly Lazy<LockOwner> _current = new(ProcessIdentity.OfThisProcess);

    /// <summary>This process.</summary>
    public static LockOwner Current => _current.Value;

    /// <summary>What else tells this process from another of the same number.</summary>
    internal ProcessIdentity Identity { get; init; } = ProcessIdentity.Unknown;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"process {ProcessId} on {Host}");
}
