using Lat.Core;

namespace Lat.Imaging;

/// <summary>What a user reads when a pack cannot be read or written.</summary>
internal static class PackFault
{
    private const string MakeAgain = "Delete it and run the import again; it is made from the dataset.";

    public static LatException NoPack(string path, long byteCount) => new(FormattableString.Invariant(
        $"'{path}' ({byteCount} bytes) is not a pack of images. {MakeAgain}"));

    public static LatException OtherVersion(string path, int version) => new(FormattableString.Invariant(
        $"The pack '{path}' has version {version}; this program reads version {PackHeader.Version}. {MakeAgain}"));

    public static LatException Truncated(string path, long expected, long actual) => new(FormattableString.Invariant(
        $"The pack '{path}' should have {expected} bytes and has {actual}, as from a copy that was cut off. {MakeAgain}"));

    public static LatException Damaged(string path) => new($"The index of the pack '{path}' is damaged. {MakeAgain}");

    public static LatException Inaccessible(string path, Exception fault) => fault is FileNotFoundException or DirectoryNotFoundException
        ? new LatException($"There is no pack of images '{path}'. Run the import first.", fault)
        : new LatException($"The pack '{path}' cannot be read: {fault.Message.TrimEnd('.')}. Check its permissions.", fault);

    public static LatException Unwritable(string path, Exception fault) => new(
        $"The pack '{path}' cannot be written: {fault.Message.TrimEnd('.')}. Check the folder, its permissions and the free space.", fault);
}
