using Lat.Core;

namespace Lat.Detection;

/// <summary>What a detector should find in one image, as plain numbers.</summary>
public sealed class ImageTargets
{
    private ImageTargets(LabelSpaceSlice slice, IReadOnlyList<Annotation> objects, IReadOnlyList<Annotation> ignored, Func<int, int> column)
    {
        Slice = slice;
        Boxes = Flatten(objects);
        IgnoredBoxes = Flatten(ignored);
        Columns = [.. objects.Select(annotation => column(annotation.ClassIndex))];
        Confidences = [.. objects.Select(annotation => (float)annotation.Confidence)];
    }

    /// <summary>How many objects there are: G.</summary>
    public int Count => Columns.Length;

    /// <summary>[G * 4] xyxy pixels.</summary>
    public float[] Boxes { get; }

    /// <summary>[G] columns of the head's logits; never background.</summary>
    public int[] Columns { get; }

    /// <summary>[G] in [0, 1].</summary>
    public float[] Confidences { get; }

    /// <summary>Crowds and ignored objects, [I * 4] xyxy pixels.</summary>
    public float[] IgnoredBoxes { get; }

    /// <summary>The image's label space inside the head.</summary>
    public LabelSpaceSlice Slice { get; }

    /// <summary>The targets of an example. Boxes without area are left out: they cannot be encoded.</summary>
    /// <param name="example">The example.</param>
    /// <param name="classCount">Classes of the head, without background.</param>
    /// <param name="objectnessOnly">Whether every class is class 0 of the head.</param>
    /// <exception cref="ArgumentException">The example's slice is not inside the head, or a class is not inside the slice.</exception>
    public static ImageTargets From(TrainingExample example, int classCount, bool objectnessOnly = false)
    {
        var slice = objectnessOnly ? LabelSpaceSlice.Whole(1) : example.Slice ?? LabelSpaceSlice.Whole(classCount);
        if (slice.Offset < 0 || slice.Count < 1 || slice.End > classCount)
        {
            throw new ArgumentException(FormattableString.Invariant($"{slice} is not inside a head of {classCount} classes."));
        }

        var usable = example.Annotations.Where(annotation => annotation.Box.Width > 0 && annotation.Box.Height > 0).ToList();
        return new ImageTargets(
            slice,
            [.. usable.Where(annotation => !IsOutsideTheLoss(annotation))],
            [.. usable.Where(IsOutsideTheLoss)],
            classIndex => slice.ColumnOf(objectnessOnly ? 0 : classIndex));
    }

    private static bool IsOutsideTheLoss(Annotation annotation) => annotation.IsCrowd || annotation.IsIgnored;

    private static float[] Flatten(IReadOnlyList<Annotation> annotations)
    {
        var flat = new float[annotations.Count * 4];
        for (var index = 0; index < annotations.Count; index++)
        {
            var box = annotations[index].Box;
            (flat[index * 4], flat[(index * 4) + 1]) = ((float)box.X1, (float)box.Y1);
            (flat[(index * 4) + 2], flat[(index * 4) + 3]) = ((float)box.X2, (float)box.Y2);
        }

        return flat;
    }
}
