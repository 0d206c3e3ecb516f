using Lat.Core;

namespace Lat.Datasets;

/// <summary>One annotation format that Lat reads: its names, what it holds, and its reader.</summary>
public sealed record DatasetFormat
{
    /// <summary>The name on the command line and in an experiment: lower case, a-z and 0-9 (`cityscapes`).</summary>
    public required string Name { get; init; }

    /// <summary>Other spellings that mean this format (`bdd` for `bdd100k`). Default none.</summary>
    public EquatableArray<string> Aliases { get; init; } = [];

    /// <summary>The dataset's own name, as its authors write it.</summary>
    public required string Title { get; init; }

    /// <summary>What a reader of the data has to know.</summary>
    public required FormatDocumentation Documentation { get; init; }

    /// <summary>Reads a folder or file of this format.</summary>
    public required IDatasetReader Reader { get; init; }

    /// <summary>Reads a dataset and takes every n-th frame of each sequence, where the options ask for it.</summary>
    /// <param name="root">The folder that the download unpacks to, or one file of it where the documentation says so.</param>
    /// <param name="options">Which part, and what to do with what is wrong.</param>
    /// <param name="progress">Told now and then how far the reading is; null: nobody.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="LatException">The data are not sound; the message lists every fault with file, record and remedy.</exception>
    public ImportedDataset Read(
        string root, ReadOptions options, IProgress<ReadProgress>? progress = null, CancellationToken cancellation = default) =>
        SequenceSampling.EveryNthFrame(Reader.Read(root, options, progress, cancellation), options.FrameStep);

    public override string ToString() => Name;
}
