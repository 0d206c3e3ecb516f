namespace Lat.Datasets;

/// <summary>An image that is a file of its own.</summary>
/// <param name="Path">The file.</param>
public sealed record FileImageSource(string Path) : ImageSource
{
    /// <inheritdoc />
    public override string File => Path;

    /// <inheritdoc />
    public override string Location => $"'{Path}'";

    /// <inheritdoc />
    public override bool Exists => ReachableFile.Exists(Path);

    /// <inheritdoc />
    public override Stream Open()
    {
        try
        {
            return new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Unreadable(exception);
        }
    }
}
