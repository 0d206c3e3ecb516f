using Lat.Core;

namespace Lat.Datasets;

/// <summary>What one has to know of a format before mixing its boxes with another's.</summary>
public sealed record FormatDocumentation
{
    /// <summary>The classes, in the order of their indices; null where each dataset names its own (COCO, VOC, YOLO).</summary>
    public LabelSpace? Classes { get; init; }

    /// <summary>Where labels and images lie below the root, with the placeholders in braces: `gtFine/{split}/{city}/*_polygons.json`.</summary>
    public required string Layout { get; init; }

    /// <summary>Where the pixels of an image come from.</summary>
    public required string ImageSource { get; init; }

    /// <summary>Whether the last pixel of a box is counted into its maximum in the file. In Lat the maximum is always exclusive.</summary>
    public required BoxMaximum Maximum { get; init; }

    /// <summary>Whether boxes end where the visible part does.</summary>
    public required BoxExtent Extent { get; init; }

    /// <summary>What else is particular to the boxes: who rides on what, what is not labelled. One or two sentences.</summary>
    public required string BoxRules { get; init; }

    /// <summary>What becomes <see cref="Annotation.IsCrowd"/>.</summary>
    public required string CrowdRule { get; init; }

    /// <summary>What becomes <see cref="Annotation.IsIgnored"/>, and what is left out altogether.</summary>
    public required string IgnoreRule { get; init; }

    /// <summary>The splits that the authors made, the one to train on first; empty where there are none.</summary>
    public EquatableArray<string> Splits { get; init; } = [];

    /// <summary>
    /// What <see cref="ReadOptions.Parts"/> may name: cameras (`CAM_FRONT`) or conditions (`fog`); empty where a split has no parts.
    /// </summary>
    public EquatableArray<string> Parts { get; init; } = [];

    /// <summary>
    /// What <see cref="ReadOptions.Variant"/> may be, the default first: several ways to draw boxes from the same files; empty for one way.
    /// </summary>
    public EquatableArray<string> Variants { get; init; } = [];

    /// <summary>What to download, where from, and which of the files are needed.</summary>
    public required string Download { get; init; }

    /// <summary>A note on the licence. No legal advice.</summary>
    public required string Licence { get; init; }
}
