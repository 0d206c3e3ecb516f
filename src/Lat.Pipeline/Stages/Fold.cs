using Lat.Core;

namespace Lat.Pipeline;

/// <summary>
/// One of the parts that a training set is cut into for out-of-fold predictions. Parts are stretches of the set's own order, so that
/// neighbouring frames of a drive stay together.
/// </summary>
/// <param name="Index">Which, from 0.</param>
/// <param name="Count">Of how many.</param>
public readonly record struct Fold(int Index, int Count)
{
    /// <summary>Whether the image at a position is in the fold.</summary>
    /// <param name="position">The position in the set.</param>
    /// <param name="images">How many images the set has.</param>
    public bool Has(int position, int images) => (long)position * Count / images == Index;

    /// <summary>The set without the fold.</summary>
    /// <exception cref="LatException">Nothing would be left, or the fold is empty: the set has fewer images than folds.</exception>
    public AnnotationSet Without(AnnotationSet set)
    {
        if (set.Images.Count < Count)
        {
            throw new LatException(FormattableString.Invariant(
                $"A training set of {set.Images.Count} images cannot be cut into {Count} folds. Lower 'lat.model.proposals.folds'."));
        }

        var fold = this;
        return new AnnotationSet(set.LabelSpace, set.Images.Where((_, position) => !fold.Has(position, set.Images.Count)));
    }
}
