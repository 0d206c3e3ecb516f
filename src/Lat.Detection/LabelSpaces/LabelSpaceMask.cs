using TorchSharp;
using static TorchSharp.torch;

namespace Lat.Detection;

/// <summary>Hides the classes of foreign label spaces from a softmax: their logits become minus infinity, and their gradient is exactly zero.</summary>
public static class LabelSpaceMask
{
    /// <summary>Masks every row to one slice and background.</summary>
    /// <param name="logits">[R, 1 + K].</param>
    /// <param name="slice">The space that all rows belong to.</param>
    /// <returns>[R, 1 + K]; the argument itself where the slice is the whole head.</returns>
    public static Tensor Apply(Tensor logits, LabelSpaceSlice slice) => Apply(logits, [slice], [(int)logits.shape[0]]);

    /// <summary>Masks consecutive groups of rows, each to its own slice and background.</summary>
    /// <param name="logits">[R, 1 + K].</param>
    /// <param name="slices">The space of each group of rows; in training a group is an image.</param>
    /// <param name="rows">The rows of each group; their sum is R.</param>
    /// <returns>[R, 1 + K]; the argument itself where no slice hides anything.</returns>
    public static Tensor Apply(Tensor logits, IReadOnlyList<LabelSpaceSlice> slices, IReadOnlyList<int> rows)
    {
        var (rowCount, columnCount) = ((int)logits.shape[0], (int)logits.shape[1]);
        if (rows.Sum() != rowCount)
        {
            throw new ArgumentException(FormattableString.Invariant($"The groups have {rows.Sum()} rows, the logits {rowCount}."));
        }

        if (slices.All(slice => slice == LabelSpaceSlice.Whole(columnCount - 1)))
        {
            return logits;
        }

        var hidden = new bool[rowCount * columnCount];
        var row = 0;
        for (var group = 0; group < slices.Count; group++)
        {
            for (var end = row + rows[group]; row < end; row++)
            {
                var columns = hidden.AsSpan(row * columnCount, columnCount);
                columns[1..].Fill(true);
                columns.Slice(1 + slices[group].Offset, slices[group].Count).Clear();
            }
        }

        using var mask = tensor(hidden, [rowCount, columnCount], device: logits.device);
        return logits.masked_fill(mask, double.NegativeInfinity);
    }
}
