using System.ComponentModel.DataAnnotations;
using Lat.Core;
using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>A dataset of the user's on disk, read in the format that its `kind` names. The files count by content, not by where they lie.</summary>
public abstract record FolderDatasetOptions : DatasetOptions, IValidated
{
    /// <summary>The folder that the download unpacks to; relative to `--data DIR` or the environment variable LAT_DATA.</summary>
    public required string Root { get; init; }

    /// <summary>The split to train on. Default null: the format's first official one.</summary>
    public string? Train { get; init; }

    /// <summary>
    /// The split to measure on. Default null: the format's second official one; of a format without splits, a tenth of the images, chosen by
    /// <see cref="SubsetSeed"/> and left out of training.
    /// </summary>
    public string? Validation { get; init; }

    /// <summary>How many training images to use, chosen by <see cref="SubsetSeed"/>. Default null: all. The paper uses 3000 (section 4.1).</summary>
    [Range(1, int.MaxValue)]
    public int? Subset { get; init; }

    /// <summary>How many validation images to use. Default null: all.</summary>
    [Range(1, int.MaxValue)]
    public int? ValidationSubset { get; init; }

    /// <summary>The seed of the choice of images; apart from the experiment's seeds, so that all of them train on the same data. Default 1.</summary>
    public Seed SubsetSeed { get; init; } = new(1);

    /// <summary>Keep the first of every so many frames of a video, per camera, before the subset is chosen. Default 1: all.</summary>
    [Range(1, 1_000_000)]
    public int FrameStep { get; init; } = 1;

    /// <summary>
    /// Boxes and images that are left out of training, before the subset is chosen, as Detectron2 filters them. Default: none. The images to
    /// measure on keep all: a measurement without small boxes is another one.
    /// </summary>
    public BoxFilterOptions Filter { get; init; } = new();

    /// <summary>Cameras or conditions to keep, as the format names them. Default empty: all.</summary>
    public EquatableArray<string> Parts { get; init; } = [];

    /// <summary>How to draw boxes from the files, where the format has several ways. Default null: its first.</summary>
    public string? Variant { get; init; }

    /// <summary>What to do with boxes that reach out of their image or have no area. Default clip.</summary>
    public InvalidBoxPolicy InvalidBoxes { get; init; } = InvalidBoxPolicy.Clip;

    /// <summary>What to do with labels of a class that the format does not know. Default refuse.</summary>
    public UnknownClassPolicy UnknownClasses { get; init; } = UnknownClassPolicy.Refuse;

    /// <summary>What to do with labelled images whose pixels are missing or broken: refuse or skip. Default refuse.</summary>
    public MissingImagePolicy MissingImages { get; init; } = MissingImagePolicy.Refuse;

    /// <summary>Images are scaled down so that the longer side has at most so many pixels, boxes with them. Default null: as they are.</summary>
    [Range(32, 100_000)]
    public int? MaxSide { get; init; }

    /// <summary>The format that the kind stands for.</summary>
    public abstract DatasetFormat ToFormat();

    /// <inheritdoc />
    public IEnumerable<SpecProblem> Check()
    {
        var format = ToFormat();
        if (string.IsNullOrWhiteSpace(Root))
        {
            yield return new(nameof(Root), "is empty; expected the dataset's folder");
        }

        if (MissingImages == MissingImagePolicy.LabelsOnly)
        {
            yield return new(nameof(MissingImages), "is 'labels-only'; a detector needs pixels: expected 'refuse' or 'skip'");
        }

        if (Variant is { } variant && !format.Documentation.Variants.Contains(variant))
        {
            yield return new(nameof(Variant), $"is '{variant}'; {Known(format.Documentation.Variants)}");
        }

        for (var index = 0; index < Parts.Count; index++)
        {
            if (!format.Documentation.Parts.Contains(Parts[index], StringComparer.OrdinalIgnoreCase))
            {
                yield return new(FormattableString.Invariant($"{nameof(Parts)}[{index}]"), $"is '{Parts[index]}'; {Known(format.Documentation.Parts)}");
            }
        }

        if (!IsHeldOut && SplitOf(validation: false) == SplitOf(validation: true))
        {
            yield return new(nameof(Validation), $"is the same as the training split; {Known(format.Documentation.Splits)}");
        }
    }

    /// <summary>What to import for one of the two sets.</summary>
    public FolderImport For(bool validation) => new()
    {
        Format = ToFormat().Name,
        Reading = new ReadOptions
        {
            Split = SplitOf(validation),
            Parts = Parts,
            Variant = Variant,
            InvalidBoxes = InvalidBoxes,
            UnknownClasses = UnknownClasses,
            MissingImages = MissingImages,
            FrameStep = FrameStep,
        },
        Subset = new SubsetOptions { Count = validation ? ValidationSubset : Subset, Seed = SubsetSeed },
        Filter = validation ? new() : Filter,
        HeldOut = IsHeldOut ? validation : null,
        MaxSide = MaxSide,
    };

    /// <summary>Whether the authors made no splits, and the file names none: then a tenth of the images is held out.</summary>
    private bool IsHeldOut => ToFormat().Documentation.Splits.Count == 0 && Train is null && Validation is null;

    private string? SplitOf(bool validation) =>
        (validation ? Validation : Train) ?? ToFormat().Documentation.Splits.ElementAtOrDefault(validation ? 1 : 0);

    private static string Known(EquatableArray<string> names) =>
        names.Count == 0 ? "the format has none" : $"the format has: {string.Join(", ", names)}";
}
