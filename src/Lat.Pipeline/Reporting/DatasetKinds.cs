namespace Lat.Pipeline;

/// <summary>What a dataset's kind is called in an experiment's file.</summary>
internal static class DatasetKinds
{
    public static string NameOf(DatasetOptions dataset) => dataset switch
    {
        FolderDatasetOptions folder => folder.ToFormat().Name,
        _ => "streets",
    };
}
