using System.ComponentModel.DataAnnotations;
using Lat.Core;
using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>A dataset of generated street scenes (`kind: streets`): no download, and the true label of every object is known in every space.</summary>
public sealed record StreetsDatasetOptions : DatasetOptions
{
    /// <summary>The label space and the box conventions that it is annotated in.</summary>
    public required StreetsSpace Space { get; init; }

    /// <summary>The look of its images. Default null: the one that bears the space's name.</summary>
    public StreetsLookName? Look { get; init; }

    /// <summary>Training images. Default 200.</summary>
    [Range(1, 1000000)]
    public int Train { get; init; } = 200;

    /// <summary>Validation images. Default 200.</summary>
    [Range(1, 1000000)]
    public int Validation { get; init; } = 200;

    /// <summary>The size of the images in pixels. Default 256x192.</summary>
    public ImageSize Size { get; init; } = new(256, 192);

    /// <summary>The seed of the scenes; apart from the experiment's seeds, so that all of them train on the same data. Default 1.</summary>
    public Seed Seed { get; init; } = new(1);

    /// <summary>What to generate for one of the two sets.</summary>
    public StreetsOptions For(StreetsSplit split) => new()
    {
        Space = Space,
        Look = Look,
        Split = split,
        Images = split == StreetsSplit.Train ? Train : Validation,
        Size = Size,
        Seed = Seed,
    };
}
