using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>The imports of every dataset: training and validation.</summary>
internal static class ImportStages
{
    /// <param name="experiment">The experiment.</param>
    /// <param name="data">The folder that datasets' relative paths begin at.</param>
    public static IEnumerable<Stage> Of(Experiment experiment, DataFolder data)
    {
        foreach (var (name, dataset) in experiment.Datasets)
        {
            foreach (var split in new[] { StreetsSplit.Train, StreetsSplit.Validation })
            {
                var isValidation = split == StreetsSplit.Validation;
                yield return dataset switch
                {
                    StreetsDatasetOptions streets => new ImportStage(StageNames.Import(name, isValidation), streets.For(split)),
                    FolderDatasetOptions folder => new FolderImportStage(StageNames.Import(name, isValidation), folder.For(isValidation), DatasetInput.Of(data.PathOf(folder.Root), data.Hasher)),
                    _ => throw new NotSupportedException($"The dataset '{name}' is of a kind without a reader: {dataset.GetType().Name}."),
                };
            }
        }
    }
}
