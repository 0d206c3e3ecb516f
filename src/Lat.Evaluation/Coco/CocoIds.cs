namespace Lat.Evaluation;

/// <summary>
/// The ids that a COCO file gives its images and categories. The official tool takes both in ascending order of their ids, which decides
/// ties in score between images and the order of additions in the means; a set in the order of its file need not ascend.
/// </summary>
/// <param name="ImageIds">The id of each image of the ground truth.</param>
/// <param name="CategoryIds">The id of each class of the ground truth's label space.</param>
public sealed record CocoIds(EquatableArray<long> ImageIds, EquatableArray<long> CategoryIds)
{
    /// <summary>Ids in the order of the set.</summary>
    internal static CocoIds InOrderOf(AnnotationSet set) => new(
        Enumerable.Range(0, set.Images.Count).Select(index => (long)index).ToEquatableArray(),
        Enumerable.Range(0, set.LabelSpace.Count).Select(index => (long)index).ToEquatableArray());

    /// <exception cref="ArgumentException">There is not one id for each image and each class.</exception>
    internal void Validate(AnnotationSet set)
    {
        if (ImageIds.Count != set.Images.Count || CategoryIds.Count != set.LabelSpace.Count)
        {
            throw new ArgumentException(FormattableString.Invariant(
                $"{ImageIds.Count} image and {CategoryIds.Count} category ids for {set.Images.Count} images and {set.LabelSpace.Count} classes."));
        }
    }

    /// <summary>For each position its position in ascending order of the ids.</summary>
    internal static int[] Ranks(EquatableArray<long> ids)
    {
        var ranks = new int[ids.Count];
        var next = 0;
        foreach (var position in Enumerable.Range(0, ids.Count).OrderBy(position => ids[position]))
        {
            ranks[position] = next++;
        }

        return ranks;
    }
}
