using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Which part of a dataset to read, and what to do with what is wrong in it.</summary>
public sealed record ReadOptions
{
    /// <summary>The split, as the format's documentation names it (`train`). Default null: every split that is there.</summary>
    public string? Split { get; init; }

    /// <summary>Cameras or conditions to keep, as the format's documentation names them. Default empty: all.</summary>
    public EquatableArray<string> Parts { get; init; } = [];

    /// <summary>How to draw boxes from the files, as the format's documentation names it. Default null: the first that it names.</summary>
    public string? Variant { get; init; }

    /// <summary>What to do with boxes that reach out of their image or have no area. Default <see cref="InvalidBoxPolicy.Clip"/>.</summary>
    public InvalidBoxPolicy InvalidBoxes { get; init; } = InvalidBoxPolicy.Clip;

    /// <summary>What to do with labelled images whose pixels are missing. Default <see cref="MissingImagePolicy.Refuse"/>.</summary>
    public MissingImagePolicy MissingImages { get; init; } = MissingImagePolicy.Refuse;

    /// <summary>What to do with labels of a class that the format does not know. Default <see cref="UnknownClassPolicy.Refuse"/>.</summary>
    public UnknownClassPolicy UnknownClasses { get; init; } = UnknownClassPolicy.Refuse;

    /// <summary>
    /// Keep the first of every so many frames of a sequence, per camera, at least 1. Default 1: all. Ignored by images without a sequence.
    /// </summary>
    [Range(1, 1_000_000)]
    public int FrameStep { get; init; } = 1;
}
