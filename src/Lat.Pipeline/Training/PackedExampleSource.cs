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
        foreach (var set in sets)
        {
            if (index < set.Count)
            {
                var changed = _augmenter.Apply(set.Pixels(index), set.Annotations(index), augmentation);
                return new TrainingExample(changed.Image, changed.Annotations) { Slice = set.Slice };
            }

            index -= set.Count;
        }

        throw new ArgumentOutOfRangeException(nameof(index), index, "There are fewer examples.");
    }
}
