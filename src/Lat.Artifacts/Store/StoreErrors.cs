using Lat.Core;

namespace Lat.Artifacts;

/// <summary>The messages of a disk that cannot be written or read: what was tried, on which path, why it failed, what to do.</summary>
public static class StoreErrors
{
    // The numbers that Linux and macOS give; .NET passes them on as the result code of an IOException.
    private const int NoSpaceLeft = 28;
    private const int ReadOnlyFileSystem = 30;
    private const int QuotaReached = 122;
    private const int StaleHandle = 116;
    private const int NotConnected = 107;
    private const int NoSuchDevice = 19;
    private const int HostDown = 112;
    private const int WindowsDiskFull = unchecked((int)0x80070070);

    /// <summary>What a disk has refused to the store.</summary>
    /// <param name="exception">What the system said.</param>
    /// <param name="verb">What was tried.</param>
    /// <param name="path">On which file or folder.</param>
    public static LatException Translate(Exception exception, string verb, string path) => new(
        $"The store cannot {verb} {path}: {exception.Message.TrimEnd('.')}. {NextStep(exception, path)}", exception);

    /// <summary>What a disk has refused to those who work around the store, such as the reports and the orders of workers.</summary>
    /// <param name="exception">What the system said; the path is in its message.</param>
    /// <param name="folder">Where the work is done.</param>
    public static LatException Translate(Exception exception, string folder) => new(
        $"The disk does not do what it should: {exception.Message.TrimEnd('.')}. {NextStep(exception, Path.Combine(folder, "."))}", exception);

    private static string NextStep(Exception exception, string path) => exception switch
    {
        IOException { HResult: NoSpaceLeft or WindowsDiskFull } =>
            "The disk is full: free some space, or name a store on another disk with --store, then run again; finished stages are kept.",
        IOException { HResult: ReadOnlyFileSystem } =>
            "The file system is read-only: name a store that can be written with --store.",
        IOException { HResult: QuotaReached } =>
            "The disk quota is used up: free some space (./build.sh Cache --gc), or name a store elsewhere with --store, then run again; finished stages are kept.",
        IOException { HResult: StaleHandle or NotConnected or NoSuchDevice or HostDown } =>
            "The mount is gone: mount it again, then run again; finished stages are kept.",
        UnauthorizedAccessException =>
            $"Give this user the right to write to {Path.GetDirectoryName(path)}, or name another store with --store.",
        _ => "Check that the store is a folder on a mounted disk, or name another store with --store, then run again; finished stages are kept.",
    };
}
