namespace Lat.Artifacts;

/// <summary>Judges whether the owner of a lock lives, without a clock: by what the kernel says of it, where this kernel can.</summary>
internal static class OwnerJudge
{
    /// <param name="owner">Who holds the lock.</param>
    /// <param name="here">This process, as the one who asks.</param>
    public static OwnerLiveness Judge(LockOwner owner, LockOwner here)
    {
        var (theirs, ours) = (owner.Identity, here.Identity);
        if (owner.Host != here.Host || theirs.HostId != ours.HostId || theirs.BootId.Length == 0 && OperatingSystem.IsLinux())
        {
            return OwnerLiveness.Unknown;
        }

        if (theirs.BootId != ours.BootId)
        {
            return OwnerLiveness.Dead;
        }

        if (theirs.Namespace != ours.Namespace)
        {
            return OwnerLiveness.Unknown;
        }

        if (!NativeDisk.ProcessExists(owner.ProcessId))
        {
            return OwnerLiveness.Dead;
        }

        // Where the start is hidden, as it may be from another user, a living number counts as the owner.
        return ProcessIdentity.StartOf(owner.ProcessId) is { } started && started != theirs.Started && theirs.Started.Length > 0
            ? OwnerLiveness.Dead
            : OwnerLiveness.Alive;
    }
}
