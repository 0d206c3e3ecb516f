using Lat.Core;

namespace Lat.Detection;

/// <summary>Where training examples come from. Called from several background threads at once.</summary>
public interface IExampleSource
{
    /// <summary>How many there are.</summary>
    int Count { get; }

    /// <summary>An example.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <param name="augmentation">All that augmentation may draw from; equal draws must give an equal example.</param>
    TrainingExample Get(int index, RandomStream augmentation);

    /// <summary>The size of an example's image before augmentation, without reading it; null where that is not known.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    ImageSize? SizeOf(int index) => null;

    /// <summary>Whether an example has an object to learn from, crowds and ignored regions aside. True where that is not known.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    bool HasObjects(int index) => true;
}
