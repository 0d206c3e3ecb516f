using Lat.Artifacts;
using Lat.Core;
using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>A checkpoint of the user's as the input of a stage: known by its content, refused where that is not what the experiment names.</summary>
internal static class WeightsInput
{
    public const string Name = "starting-weights";

    /// <summary>None where there are no weights.</summary>
    public static EquatableArray<ExternalInput> Of(PretrainedWeights? weights) => weights is null ? [] : [Of(weights.File, weights.Sha256)];

    public static ExternalInput Of(string file, string sha256) => new(Name, file, path => PretrainedWeights.Verify(path, sha256));

    /// <summary>
    /// The fields of a spec that may name weights and a loss; where it does not, those of a spec that knows nothing of them: older keys stay.
    /// </summary>
    /// <param name="prefix">The path of the spec (`detector`).</param>
    /// <param name="spec">The spec.</param>
    public static IEnumerable<SpecField> FieldsOf(string prefix, object spec) =>
        SpecFields.Flatten(prefix, spec).Where(field => field.Path != $"{prefix}.weights" && field.Path != $"{prefix}.loss");
}
