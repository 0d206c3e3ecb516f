using Lat.Core;

namespace Lat.Detection;

/// <summary>Where training examples come from. Called from one background thread, never from two at once.</summary>
public interface IExampleSource
{
    /// <summary>How many there are.</summary>
    int Count { get; }

    /// <summary>An example.</summary>
    /// <param name="index">0 to <see cref="Count"/> - 1.</param>
    /// <param name="augmentation">All that augmentation may draw from; equal draws must give an equal example.</param>
    TrainingExample Get(int index, RandomStream augmentation);
}
