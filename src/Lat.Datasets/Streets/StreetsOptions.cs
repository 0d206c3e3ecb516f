using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>What to generate: how many scenes, seen how, annotated how.</summary>
public sealed record StreetsOptions : IValidated
{
    /// <summary>The label space and box conventions of the annotations. Default <see cref="StreetsSpace.Mid"/>.</summary>
    public StreetsSpace Space { get; init; } = StreetsSpace.Mid;

    /// <summary>The look of the images, independent of the space. Default null: the look that bears the space's name.</summary>
    public StreetsLookName? Look { get; init; }

    /// <summary>Which set of scenes. Default <see cref="StreetsSplit.Train"/>.</summary>
    public StreetsSplit Split { get; init; } = StreetsSplit.Train;

    /// <summary>How many images, at least 1. Default 100. Image i is the same however many there are.</summary>
    [Range(1, 10_000_000)]
    public int Images { get; init; } = 100;

    /// <summary>The size of the images in pixels, each side 48 to 4096. Default 256x192.</summary>
    public ImageSize Size { get; init; } = new(256, 192);

    /// <summary>The seed of the dataset. Default 1.</summary>
    public Seed Seed { get; init; } = new(1);

    /// <summary>
    /// The fewest objects that a scene asks for (a rider and the machine count as one); crowded scenes may fit fewer. Default 5.
    /// </summary>
    [Range(0, 60)]
    public int MinObjects { get; init; } = 5;

    /// <summary>The most objects of a scene, at least <see cref="MinObjects"/>. Default 10.</summary>
    [Range(0, 60)]
    public int MaxObjects { get; init; } = 10;

    /// <summary>The look in force.</summary>
    public StreetsLookName LookInForce => Look ?? (StreetsLookName)Space;

    /// <inheritdoc />
    public IEnumerable<SpecProblem> Check()
    {
        if (MinObjects > MaxObjects)
        {
            yield return new(
                nameof(MinObjects), FormattableString.Invariant($"is {MinObjects}; expected at most 'maxObjects' ({MaxObjects})"));
        }

        if (Size.Width is < 48 or > 4096 || Size.Height is < 48 or > 4096)
        {
            yield return new(nameof(Size), $"is {Size}; expected 48 to 4096 pixels a side");
        }
    }

    /// <summary>Checks every field and reports all faults together; for callers that did not bind the options from a file.</summary>
    /// <exception cref="LatException">A field is out of its range.</exception>
    public void Validate()
    {
        var problems = Check().ToList();
        Require(Enum.IsDefined(Space), nameof(Space), (int)Space);
        Require(Enum.IsDefined(LookInForce), nameof(Look), (int)LookInForce);
        Require(Enum.IsDefined(Split), nameof(Split), (int)Split);
        Require(Images >= 1, nameof(Images), Images);
        Require(MinObjects is >= 0 and <= 60, nameof(MinObjects), MinObjects);
        Require(MaxObjects is >= 0 and <= 60, nameof(MaxObjects), MaxObjects);
        if (problems.Count > 0)
        {
            var faults = problems.Select(problem => $"{problem.Path} {problem.Message}");
            throw new LatException($"The Streets dataset cannot be generated: {string.Join("; ", faults)}.");
        }

        void Require(bool valid, string field, int value)
        {
            if (!valid)
            {
                problems.Add(new(field, FormattableString.Invariant($"is {value}, out of its range")));
            }
        }
    }
}
