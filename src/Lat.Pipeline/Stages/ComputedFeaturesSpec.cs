using Lat.Artifacts;

namespace Lat.Pipeline;

/// <summary>How a stage computes features itself where they were too many for the disk.</summary>
/// <param name="Extractor">The network.</param>
/// <param name="Threads">Threads inside one operator.</param>
public sealed record ComputedFeaturesSpec(PretrainedExtractorSpec Extractor, int Threads)
{
    private const string Prefix = "extractor.pretrained";

    /// <summary>What decides the features. The budget does not: it only decides who computes them.</summary>
    public IEnumerable<SpecField> ToFields() => SpecFields.Flatten(Prefix, Extractor)
        .Where(field => field.Path != $"{Prefix}.diskBudget")
        .Concat(SpecFields.Flatten("extractor.threads", Threads));
}
