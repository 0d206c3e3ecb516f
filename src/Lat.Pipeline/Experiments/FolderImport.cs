using Lat.Core;
using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>What of a dataset on disk becomes one set; all of it is part of the import's key, where the dataset lies is not.</summary>
public sealed record FolderImport
{
    /// <summary>The name of the format.</summary>
    public required string Format { get; init; }

    /// <summary>Which part, and what to do with what is wrong.</summary>
    public required ReadOptions Reading { get; init; }

    /// <summary>Which of the images.</summary>
    public required SubsetOptions Subset { get; init; }

    /// <summary>Which boxes and images are left out before the choice.</summary>
    public required BoxFilterOptions Filter { get; init; }

    /// <summary>Of a dataset without splits: true, the tenth of its images that is held out; false, the others; null, all of them.</summary>
    public required bool? HeldOut { get; init; }

    /// <summary>The longest side of the images in pixels; null: as they are.</summary>
    public required int? MaxSide { get; init; }

    /// <summary>Whether an image belongs to this set; by its name, so that more images move none.</summary>
    public bool Includes(string fileName) => HeldOut is null || HeldOut == (Subset.Seed.Derive("held-out").Derive(fileName).Value % 10 == 0);
}
