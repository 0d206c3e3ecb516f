using Lat.Core;

namespace Lat.Datasets;

/// <summary>What an import holds, and what one should know before using it.</summary>
public sealed record ImportCard
{
    /// <summary>The format that it was read in, with its conventions and its licence.</summary>
    public required DatasetFormat Format { get; init; }

    /// <summary>What it holds, in the sizes of the files; broken images not counted.</summary>
    public required DatasetSummary Summary { get; init; }

    /// <summary>Boxes by the square root of their area in pixels, as <see cref="BoxSides"/> counts.</summary>
    public required EquatableArray<(double Below, int Boxes)> BoxSides { get; init; }

    /// <summary>Images that are there more than once.</summary>
    public required DuplicateGroups Duplicates { get; init; }

    /// <summary>Images that cannot be decoded and were left out, each with the reason.</summary>
    public required EquatableArray<string> Broken { get; init; }

    /// <summary>The part of the boxes that are crowds, 0 to 1; 0 without any box.</summary>
    public double CrowdShare => Summary.Boxes == 0 ? 0 : (double)Summary.Classes.Sum(one => (long)one.Crowds) / Summary.Boxes;
}
