namespace Lat.Datasets;

/// <summary>Turns the labels of a Scalabel frame into boxes of an image that was added.</summary>
internal static class ScalabelLabels
{
    /// <summary>What is counted for labels that are no boxes.</summary>
    public const string WithoutBox = "labels skipped: no box2d";

    /// <summary>A place is made for every box, a text for few of them.</summary>
    private static readonly string[] BoxFields =
        [.. Enumerable.Range(0, 256).Select(index => FormattableString.Invariant($"labels[{index}].box2d"))];

    /// <param name="frame">The frame.</param>
    /// <param name="image">The image of the frame; null where it was refused, so that only faults are noted.</param>
    /// <param name="file">The file, for messages.</param>
    /// <param name="builder">Where boxes go.</param>
    /// <param name="faults">Where counts go.</param>
    /// <param name="find">The class of a category's name; null where it is unknown.</param>
    public static void Add(
        ScalabelFrame frame, ImportEntry? image, string file, ImportBuilder builder, ReadFaults faults, Func<string, ScalabelClass?> find)
    {
        image?.Annotations.EnsureCapacity(frame.Labels.Count(label => label.HasBox));
        foreach (var label in frame.Labels)
        {
            if (!label.HasBox)
            {
                faults.Count(WithoutBox);
                continue;
            }

            if (label.Category is null || find(label.Category) is not { } found)
            {
                builder.AddUnknownClass(Place(FormattableString.Invariant($"labels[{label.Index}].category"), frame, file), label.Category);
                continue;
            }

            // Scalabel's own conversion to COCO makes the width x2 - x1 + 1: the maximum is the last pixel inside.
            var box = RawBox.FromInclusive(label.X1, label.Y1, label.X2, label.Y2);
            if (image is not null)
            {
                var field = label.Index < BoxFields.Length ? BoxFields[label.Index] : FormattableString.Invariant($"labels[{label.Index}].box2d");
                builder.AddBox(
                    image, Place(field, frame, file), box, found.Index, label.IsCrowd || found.IsIgnored, found.IsIgnored);
            }
        }
    }

    private static RecordPlace Place(string field, ScalabelFrame frame, string file) => new(file, "frames", frame.Index, field);
}
