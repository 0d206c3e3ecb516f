using Lat.Core;

namespace Lat.Detection;

/// <summary>The classes of one label space inside a head that holds several, one after the other. Background is outside, and shared.</summary>
/// <param name="Offset">The first class, counted without background.</param>
/// <param name="Count">How many there are.</param>
public readonly record struct LabelSpaceSlice(int Offset, int Count)
{
    /// <summary>The column of the head's logits that holds background: 0, as in torchvision (Detectron2 puts it last).</summary>
    public const int BackgroundColumn = 0;

    /// <summary>The class after the last.</summary>
    public int End => Offset + Count;

    /// <summary>The only slice of a head with one label space.</summary>
    public static LabelSpaceSlice Whole(int classCount) => new(0, classCount);

    /// <summary>The slices of several spaces in one head, in order.</summary>
    public static EquatableArray<LabelSpaceSlice> Concatenate(IEnumerable<LabelSpace> spaces)
    {
        var offset = 0;
        var slices = new List<LabelSpaceSlice>();
        foreach (var space in spaces)
        {
            slices.Add(new LabelSpaceSlice(offset, space.Count));
            offset += space.Count;
        }

        return slices.ToEquatableArray();
    }

    /// <summary>The column of the head's logits that holds a class of this space.</summary>
    public int ColumnOf(int classIndex) => classIndex >= 0 && classIndex < Count
        ? 1 + Offset + classIndex
        : throw new ArgumentOutOfRangeException(nameof(classIndex), classIndex, $"The label space has {Count} classes.");
}
