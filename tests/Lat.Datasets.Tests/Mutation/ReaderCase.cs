using Lat.Core;

namespace Lat.Datasets.Tests;

/// <summary>A sound dataset in miniature, one file of which is to be damaged.</summary>
/// <param name="Name">What it is of.</param>
/// <param name="Format">Its format.</param>
/// <param name="Make">Writes all of it but the file.</param>
/// <param name="File">The file's name in the dataset.</param>
/// <param name="Content">The sound content.</param>
internal sealed record ReaderCase(string Name, DatasetFormat Format, Func<DatasetTree> Make, string File, byte[] Content)
{
    /// <summary>How to read it. Default: labels only.</summary>
    public ReadOptions Options { get; init; } = new() { MissingImages = MissingImagePolicy.LabelsOnly };

    /// <summary>What is put around the damaged content, so that the damage is deeper than a checksum. Default: nothing.</summary>
    public Func<byte[], byte[]> Wrap { get; init; } = content => content;

    /// <summary>Reads it and all its pixels. Any exception but a <see cref="LatException"/> is a crash.</summary>
    /// <returns>Whether it was read, not refused.</returns>
    public bool TryRead(DatasetTree tree, byte[] content)
    {
        try
        {
            foreach (var image in tree.Write(File, Wrap(content)).Read(Format, Options).Images)
            {
                ReadPixels(image.Source);
            }

            return true;
        }
        catch (LatException)
        {
            return false;
        }
    }

    public override string ToString() => Name;

    private static void ReadPixels(ImageSource? source)
    {
        try
        {
            source?.ReadBytes();
        }
        catch (LatException)
        {
            // Labels may be sound where pixels are not.
        }
    }
}
