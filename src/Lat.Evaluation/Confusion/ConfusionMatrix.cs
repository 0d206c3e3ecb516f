namespace Lat.Evaluation;

/// <summary>How the classes of one label space correspond to those of another, by boxes of the same objects.</summary>
/// <param name="Rows">The classes of the first set, the truth where there is one.</param>
/// <param name="Columns">The classes of the second set, what was detected where there is a detector.</param>
/// <param name="Counts">
/// [R + 1, K + 1] objects; the last row are boxes of the second set without counterpart, the last column those of the first.
/// </param>
public sealed record ConfusionMatrix(
    EquatableArray<ClassName> Rows, EquatableArray<ClassName> Columns, EquatableArray<EquatableArray<int>> Counts)
{
    /// <summary>Of the objects that both sets have, the share whose classes have other names; NaN without any.</summary>
    public double WrongClassShare()
    {
        var (both, other) = (0, 0);
        for (var row = 0; row < Rows.Count; row++)
        {
            for (var column = 0; column < Columns.Count; column++)
            {
                both += Counts[row][column];
                other += Rows[row] == Columns[column] ? 0 : Counts[row][column];
            }
        }

        return both == 0 ? double.NaN : (double)other / both;
    }
}
