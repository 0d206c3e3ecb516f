namespace Lat.Artifacts;

/// <summary>
/// Named bytes somewhere else: a folder or a bucket. May fail, hang and lie; <see cref="RemoteCache"/> stands between it and the store.
/// </summary>
public interface IRemoteObjects : IDisposable
{
    /// <summary>Where it is, for people; holds no credentials.</summary>
    string Address { get; }

    /// <summary>Opens an object for reading from a position on; null where there is none of this name.</summary>
    /// <param name="name">Parts of letters, digits and `.`, joined by `/`.</param>
    /// <param name="offset">The first byte to read; at most the object's length.</param>
    /// <param name="cancellationToken">Ends the attempt.</param>
    Task<Stream?> OpenReadAsync(string name, long offset, CancellationToken cancellationToken);

    /// <summary>Whether there is an object of this name.</summary>
    Task<bool> ExistsAsync(string name, CancellationToken cancellationToken);

    /// <summary>Makes an object of a file; it appears whole or not at all, in the place of one of its name.</summary>
    Task WriteAsync(string name, string sourcePath, CancellationToken cancellationToken);
}
