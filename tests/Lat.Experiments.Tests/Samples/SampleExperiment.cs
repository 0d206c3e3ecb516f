using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Experiments.Tests;

/// <summary>An experiment with a field of every kind that the binder knows.</summary>
public sealed record SampleExperiment : IValidated
{
    public required DatasetName Name { get; init; }
    public required SampleTraining Training { get; init; }
    public Seed Seed { get; init; } = new(7);
    public ImageSize Size { get; init; } = new(256, 192);
    public SampleBackbone Backbone { get; init; } = SampleBackbone.ResidualFifty;
    public string? Note { get; init; }

    [Length(1, 3)]
    public EquatableArray<ClassName> Classes { get; init; } = [new("car")];

    public NamedMap<SampleSource> Sources { get; init; } = NamedMap<SampleSource>.Empty;
    public EquatableArray<SampleStep> Steps { get; init; } = [];
    public SampleSource Target { get; init; } = new StreetsSource { Count = 40 };

    public IEnumerable<SpecProblem> Check()
    {
        if (Training.WarmUp > Training.Epochs)
        {
            yield return new("Training.WarmUp", FormattableString.Invariant($"is {Training.WarmUp}; expected at most 'epochs' ({Training.Epochs})"));
        }

        if (Sources.ContainsKey("target"))
        {
            yield return new("", "a source is named 'target'; another name is needed");
        }
    }
}
