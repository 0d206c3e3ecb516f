using Lat.Core;

namespace Lat.Transfer;

/// <summary>
/// The label spaces of all datasets one after the other: classes that bear the same name in two datasets stay two classes (paper, section
/// 3.2.1). A class of the concatenation is known by its dataset's offset plus its index in the dataset's own space.
/// </summary>
public sealed class ConcatenatedLabelSpace
{
    private readonly int[] _offsets;

    /// <param name="spaces">The datasets and their spaces, in the order in which they are concatenated.</param>
    public ConcatenatedLabelSpace(IEnumerable<KeyValuePair<DatasetName, LabelSpace>> spaces)
    {
        Spaces = [.. spaces];
        _offsets = new int[Spaces.Count];
        for (var dataset = 1; dataset < Spaces.Count; dataset++)
        {
            _offsets[dataset] = _offsets[dataset - 1] + Spaces[dataset - 1].Value.Count;
        }

        ClassCount = Spaces.Sum(space => space.Value.Count);
    }

    public EquatableArray<KeyValuePair<DatasetName, LabelSpace>> Spaces { get; }

    /// <summary>The classes of all spaces together, without background.</summary>
    public int ClassCount { get; }

    public int DatasetCount => Spaces.Count;

    public LabelSpace this[int dataset] => Spaces[dataset].Value;

    /// <summary>The position of a dataset in the concatenation.</summary>
    /// <exception cref="KeyNotFoundException">The dataset is not among them.</exception>
    public int IndexOf(DatasetName name)
    {
        for (var dataset = 0; dataset < Spaces.Count; dataset++)
        {
            if (Spaces[dataset].Key == name)
            {
                return dataset;
            }
        }

        throw new KeyNotFoundException($"No dataset '{name}' among {string.Join(", ", Spaces.Select(space => space.Key))}.");
    }

    /// <summary>The first class of a dataset in the concatenation.</summary>
    public int Offset(int dataset) => _offsets[dataset];
}
