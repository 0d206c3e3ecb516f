using Lat.Core;
using Lat.Detection;
using Lat.Imaging;

namespace Lat.Pipeline;

/// <summary>The images of several sets one after the other, changed at random as they are read.</summary>
public sealed class PackedExampleSource(IReadOnlyList<TrainingImages> sets, AugmentationOptions augmentation) : IExampleSource
{
    private readonly Augmenter _augmenter = new(augmentation);

    public int Count { get; } = sets.Sum(set => set.Count);

    public TrainingExample Get(int index, RandomStream augmentation)
    {
        var (set, position) = Find(index);
        var changed = _augmenter.Apply(set.Pixels(position), set.Annotations(position), augmentation);
        return new TrainingExample(changed.Image, changed.Annotations) { Slice = set.Slice };
    }

    public ImageSize? SizeOf(int index)
    {
        var (set, position) = Find(index);
        return set.SizeOf(position);
    }

    public bool HasObjects(int index)
    {
        var (set, position) = Find(index);
        return set.Annotations(position).Any(annotation => !annotation.IsCrowd && !annotation.IsIgnored);
    }

    private (TrainingImages Set, int Position) Find(int index)
    {
        var position = index;
        foreach (var set in sets)
        {
            if (position < set.Count)
            {
                return (set, position);
            }

            position -= set.Count;
        }

        throw new ArgumentOutOfRangeException(nameof(index), index, "There are fewer examples.");
    }
}
