using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>The imports of every dataset: training and validation.</summary>
internal static class ImportStages
{
    public static IEnumerable<Stage> Of(Experiment experiment)
    {
        foreach (var (name, dataset) in experiment.Datasets)
        {
            foreach (var split in new[] { StreetsSplit.Train, StreetsSplit.Validation })
            {
                yield return dataset switch
                {
                    StreetsDatasetOptions streets => new ImportStage(StageNames.Import(name, split == StreetsSplit.Validation), streets.For(split)),
                    _ => throw new NotSupportedException($"The dataset '{name}' is of a kind without a reader: {dataset.GetType().Name}."),
                };
            }
        }
    }
}
