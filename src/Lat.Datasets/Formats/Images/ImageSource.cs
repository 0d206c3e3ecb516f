using Lat.Core;

namespace Lat.Datasets;

/// <summary>Where the encoded pixels of one image (PNG or JPEG) are; equal to another that names the same place.</summary>
public abstract record ImageSource
{
    /// <summary>
    /// The largest encoded image that is read, 256 MiB: what claims to be larger is a damaged length or an archive that was made to
    /// unpack without end.
    /// </summary>
    public const long MaxBytes = 256L << 20;

    /// <summary>The file on disk that holds the pixels, alone or among others.</summary>
    public abstract string File { get; }

    /// <summary>The place for messages: the path, and what inside of it.</summary>
    public abstract string Location { get; }

    /// <summary>Whether something is there; its content may still be damaged.</summary>
    public abstract bool Exists { get; }

    /// <summary>The encoded image from its first byte; the caller disposes it. Safe to call from many threads at once.</summary>
    /// <exception cref="LatException">It is not there, or cannot be read.</exception>
    public abstract Stream Open();

    /// <summary>The whole encoded image.</summary>
    /// <exception cref="LatException">It cannot be read, or is larger than <see cref="MaxBytes"/>.</exception>
    public byte[] ReadBytes()
    {
        try
        {
            using var stream = Open();
            using var bytes = new MemoryStream();
            var buffer = new byte[81920];
            for (var read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > MaxBytes)
                {
                    throw new LatException(FormattableString.Invariant(
                        $"The image at {Location} has more than {MaxBytes} bytes, which no photograph has. Replace the file."));
                }
            }

            return bytes.ToArray();
        }
        catch (Exception exception) when (exception is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Unreadable(exception);
        }
    }

    public sealed override string ToString() => Location;

    /// <summary>What went wrong on opening or reading, as the user should see it.</summary>
    protected LatException Unreadable(Exception exception) =>
        new($"The image at {Location} cannot be read: {exception.Message} Restore it, or download the dataset's file again.", exception);
}
