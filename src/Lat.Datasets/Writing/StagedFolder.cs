using Lat.Core;

namespace Lat.Datasets;

/// <summary>A folder beside the place that it is meant for; moved there when it is whole, else deleted.</summary>
internal sealed class StagedFolder : IDisposable
{
    private readonly string _target;
    private bool _isCommitted;

    /// <exception cref="LatException">The place is taken, or the folder cannot be made.</exception>
    public StagedFolder(string target)
    {
        _target = System.IO.Path.TrimEndingDirectorySeparator(System.IO.Path.GetFullPath(target));
        if (File.Exists(_target) || (Directory.Exists(_target) && Directory.EnumerateFileSystemEntries(_target).Any()))
        {
            throw new LatException($"'{target}' exists already and is not empty. Name another folder, or remove it first.");
        }

        Path = FormattableString.Invariant($"{_target}.{Environment.ProcessId}.partial");
        try
        {
            if (Directory.Exists(Path))
            {
                Directory.Delete(Path, recursive: true);
            }

            Directory.CreateDirectory(Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LatException($"Cannot make the folder '{Path}': {exception.Message} Give a path in a folder that may be written to.", exception);
        }
    }

    public string Path { get; }

    /// <summary>Puts the folder in its place.</summary>
    /// <exception cref="IOException">Something came to be there meanwhile.</exception>
    public void Commit()
    {
        if (Directory.Exists(_target))
        {
            Directory.Delete(_target);
        }

        Directory.Move(Path, _target);
        _isCommitted = true;
    }

    public void Dispose()
    {
        if (!_isCommitted && Directory.Exists(Path))
        {
            Directory.Delete(Path, recursive: true);
        }
    }
}
