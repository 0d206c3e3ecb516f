namespace Lat.Artifacts;

/// <summary>Watches the owner of one lock file, and removes the file once the owner is dead or has been silent for too long.</summary>
/// <param name="path">The lock file.</param>
/// <param name="files">The store's disk.</param>
/// <param name="here">This process.</param>
/// <param name="patience">How long the heart of an owner elsewhere may stand still. Measured by one clock, so that no two are compared.</param>
internal sealed class AbandonedLock(string path, StoreFiles files, LockOwner here, TimeSpan patience)
{
    /// <summary>A claim appears with all it says; a file that says nothing has lost it with the machine's power, and only where files have no second names is it a moment old.</summary>
    private static readonly TimeSpan _patienceWithNobody = TimeSpan.FromSeconds(5);

    private long _silentSince = files.Clock.GetTimestamp();
    private (string Token, long Beats) _last;

    private TimeSpan Silence => files.Clock.GetElapsedTime(_silentSince);

    /// <returns>Whether the lock is free now; <paramref name="isProven"/> whether its owner is known to be dead.</returns>
    public bool TryRemove(out bool isProven)
    {
        isProven = true;
        if (LockFile.Read(path) is not { } claim)
        {
            return true;
        }

        if ((claim.Token, claim.Beats) != _last)
        {
            _last = (claim.Token, claim.Beats);
            _silentSince = files.Clock.GetTimestamp();
        }

        var liveness = OwnerJudge.Judge(claim.Owner, here);
        isProven = liveness == OwnerLiveness.Dead;
        var limit = claim.Token.Length > 0 || patience < _patienceWithNobody ? patience : _patienceWithNobody;
        return (isProven || liveness == OwnerLiveness.Unknown && Silence >= limit) && TryBreak(claim);
    }

    /// <summary>One at a time removes a dead owner's file: of two, the slower one would remove what the faster one has just taken.</summary>
    private bool TryBreak(LockClaim dead)
    {
        var breaker = path + ".break";
        using var right = LockFile.TryCreate(breaker, files, here);
        if (right is null)
        {
            // Whoever died while breaking left this behind; a living one is done in an instant.
            if (LockFile.Read(breaker) is { } other && (OwnerJudge.Judge(other.Owner, here) == OwnerLiveness.Dead || Silence >= patience * 2))
            {
                files.TryDelete(breaker);
            }

            return false;
        }

        return LockFile.Read(path) is not { } now || now.Token == dead.Token && now.Beats == dead.Beats && files.TryDelete(path);
    }
}
