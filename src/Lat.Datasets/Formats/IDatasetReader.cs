using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads the labels of one format; pixels are only located, and opened by who needs them.</summary>
public interface IDatasetReader
{
    /// <summary>
    /// Reads all that the options ask for, apart from <see cref="ReadOptions.FrameStep"/>, which <see cref="DatasetFormat.Read"/> applies.
    /// Images come in ordinal order of their names, so that two runs, and two file systems, agree.
    /// </summary>
    /// <param name="root">The folder that the download unpacks to, or a single file where the format's documentation allows one.</param>
    /// <param name="options">Which part, and what to do with what is wrong.</param>
    /// <param name="progress">Told now and then how far the reading is; null: nobody.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="LatException">The data are not sound; the message lists every fault with file, record and remedy.</exception>
    ImportedDataset Read(string root, ReadOptions options, IProgress<ReadProgress>? progress, CancellationToken cancellation);
}
