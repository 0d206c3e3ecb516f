using Lat.Core;
using SixLabors.ImageSharp;

namespace Lat.Imaging;

/// <summary>What a user reads when an image cannot be read.</summary>
internal static class ImageFault
{
    public static bool IsAccess(Exception fault) => fault is IOException or UnauthorizedAccessException;

    public static LatException Unreadable(string name, long byteCount, Exception fault) => fault switch
    {
        _ when byteCount == 0 => Empty(name),
        UnknownImageFormatException => new LatException(
            $"'{name}' is not an image that can be read, whatever its name says. "
            + "Convert it to JPEG or PNG, or take it out of the dataset.", fault),
        _ => new LatException($"'{name}' is damaged: {fault.Message.TrimEnd('.')}. Fetch or export the file again.", fault),
    };

    public static LatException Empty(string name) => new($"'{name}' is empty (0 bytes). Fetch or export the file again.");

    public static LatException Truncated(string name, long byteCount) => new(FormattableString.Invariant(
        $"'{name}' ends before the image does (after {byteCount} bytes), as from a download that was cut off. Fetch it again."));

    public static LatException Inaccessible(string path, Exception fault) => fault is FileNotFoundException or DirectoryNotFoundException
        ? new LatException($"There is no image '{path}'. Check the path, or the dataset's image folder.", fault)
        : new LatException($"The image '{path}' cannot be read: {fault.Message.TrimEnd('.')}. Check its permissions.", fault);
}
