using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>What an experiment's datasets still lack on this machine.</summary>
public static class DatasetDownloads
{
    /// <summary>One line for each dataset that is not there: where it is expected, and where to get it.</summary>
    public static IEnumerable<string> Missing(Experiment experiment, DataFolder data) =>
        from entry in experiment.Datasets
        let folder = entry.Value as FolderDatasetOptions
        where folder is not null
        let path = data.PathOf(folder.Root)
        where !File.Exists(path) && !Directory.Exists(path)
        select $"Missing: the dataset '{entry.Key}' ({folder.ToFormat().Title}) is expected in '{path}'. {RemedyOf(folder.ToFormat())}";

    /// <summary>What to download, how it has to lie, and how to say where.</summary>
    public static string RemedyOf(DatasetFormat format) =>
        $"Download {format.Documentation.Download}. Expected below the folder: {format.Documentation.Layout}. Name the folder above it with --data DIR or {DataFolder.Variable}.";
}
