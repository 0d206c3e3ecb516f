using System.Globalization;
using System.Text;

namespace Lat.Artifacts;

/// <summary>What a lock file says: who holds the lock, by which of its claims, and how often its heart has beaten.</summary>
/// <param name="Owner">The process.</param>
/// <param name="Token">Tells this claim from every other.</param>
/// <param name="Beats">Grows while the owner lives.</param>
internal sealed record LockClaim(LockOwner Owner, string Token, long Beats)
{
    /// <summary>The width of the number of beats, which is the last line and is written over in place.</summary>
    public const int BeatDigits = 19;

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(string.Join('\n',
    [
        "lat lock 1", Token, Owner.ProcessId.ToString(CultureInfo.InvariantCulture), Owner.Host,
        Owner.Identity.HostId, Owner.Identity.BootId, Owner.Identity.Namespace, Owner.Identity.Started, BeatText(Beats),
    ]));

    public static string BeatText(long beats) => beats.ToString("D19", CultureInfo.InvariantCulture);

    /// <summary>Null where the text is no claim, as that of a file whose owner died while it wrote.</summary>
    public static LockClaim? TryParse(string text) => text.Split('\n') is ["lat lock 1", var token, var id, var host, var hostId, var boot, var space, var started, var beats] &&
        int.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var processId) &&
        long.TryParse(beats, NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? new LockClaim(new LockOwner(processId, host) { Identity = new ProcessIdentity(hostId, boot, space, started) }, token, count)
            : null;
}
