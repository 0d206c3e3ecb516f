using Lat.Core;

namespace Lat.Datasets;

/// <summary>Writes labels in one format.</summary>
public interface IDatasetWriter
{
    /// <summary>The format's name, as in <see cref="DatasetFormats"/>.</summary>
    string Format { get; }

    /// <summary>What the format cannot hold, and what becomes of it. For documentation and messages.</summary>
    string Losses { get; }

    /// <summary>The path of an image below the dataset's folder.</summary>
    string PathOfImage(string split, string imageName);

    /// <summary>Writes the label files into a folder that is empty, and is moved to its place when all is written.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="splits">At least one, all in one label space; names of images checked.</param>
    /// <param name="counts">Where to count what could not be held.</param>
    /// <param name="progress">Told now and then how far the writing is.</param>
    /// <param name="cancellation">Stops the writing.</param>
    /// <exception cref="LatException">The format cannot hold a name, or a file cannot be written.</exception>
    void WriteLabels(
        string folder, IReadOnlyList<DatasetSplit> splits, WriteCounts counts, IProgress<ReadProgress>? progress, CancellationToken cancellation);
}
