namespace Lat.Detection;

/// <summary>
/// The assignment of least cost between two sets, exact, by shortest augmenting paths (Jonker and Volgenant, 1987; Crouse, 2016): s * s * l steps for
/// s members of the smaller set and l of the larger. Equal costs are decided by the lowest index, so equal input gives equal output.
/// </summary>
public static class HungarianAssignment
{
    /// <summary>The column of each row; -1 for rows that are left over where there are more rows than columns.</summary>
    /// <param name="costs">[rows * columns], finite.</param>
    /// <param name="rows">At least 0.</param>
    /// <param name="columns">At least 0.</param>
    /// <exception cref="ArgumentException">A cost is not finite, or their number is not that of the pairs.</exception>
    public static int[] Solve(ReadOnlySpan<double> costs, int rows, int columns)
    {
        if (costs.Length != rows * columns)
        {
            throw new ArgumentException(FormattableString.Invariant($"{rows} rows and {columns} columns have {rows * columns} costs, not {costs.Length}."), nameof(costs));
        }

        foreach (var cost in costs)
        {
            if (!double.IsFinite(cost))
            {
                throw new ArgumentException($"A cost is {cost}; every one must be finite.", nameof(costs));
            }
        }

        return rows <= columns ? SolveWide(costs, rows, columns) : Inverse(SolveWide(Transpose(costs, rows, columns), columns, rows), rows);
    }

    /// <summary>Rows are added one by one; a new one pushes others along the cheapest chain that ends in a free column.</summary>
    private static int[] SolveWide(ReadOnlySpan<double> costs, int rows, int columns)
    {
        var (rowPrice, columnPrice) = (new double[rows], new double[columns]);
        var (rowOf, columnOf) = (Filled(columns), Filled(rows));
        var (distance, from, isDone) = (new double[columns], new int[columns], new bool[columns]);
        for (var start = 0; start < rows; start++)
        {
            distance.AsSpan().Fill(double.PositiveInfinity);
            isDone.AsSpan().Clear();
            var (row, length, sink) = (start, 0.0, -1);
            while (sink < 0)
            {
                var nearest = -1;
                for (var column = 0; column < columns; column++)
                {
                    if (isDone[column])
                    {
                        continue;
                    }

                    var reduced = length + (costs[(row * columns) + column] - rowPrice[row] - columnPrice[column]);
                    if (reduced < distance[column])
                    {
                        (distance[column], from[column]) = (reduced, row);
                    }

                    // Among equally near ones a free column ends the search at once.
                    if (nearest < 0 || distance[column] < distance[nearest] || (distance[column] == distance[nearest] && rowOf[column] < 0 && rowOf[nearest] >= 0))
                    {
                        nearest = column;
                    }
                }

                length = distance[nearest];
                isDone[nearest] = true;
                (sink, row) = rowOf[nearest] < 0 ? (nearest, row) : (-1, rowOf[nearest]);
            }

            rowPrice[start] += length;
            for (var column = 0; column < columns; column++)
            {
                if (isDone[column] && column != sink)
                {
                    rowPrice[rowOf[column]] += length - distance[column];
                    columnPrice[column] -= length - distance[column];
                }
            }

            for (var column = sink; column >= 0;)
            {
                var owner = from[column];
                rowOf[column] = owner;
                (column, columnOf[owner]) = (owner == start ? -1 : columnOf[owner], column);
            }
        }

        return columnOf;
    }

    private static double[] Transpose(ReadOnlySpan<double> costs, int rows, int columns)
    {
        var turned = new double[costs.Length];
        for (var at = 0; at < costs.Length; at++)
        {
            var (row, column) = Math.DivRem(at, columns);
            turned[(column * rows) + row] = costs[at];
        }

        return turned;
    }

    private static int[] Inverse(int[] rowOf, int rows)
    {
        var columnOf = Filled(rows);
        for (var column = 0; column < rowOf.Length; column++)
        {
            columnOf[rowOf[column]] = column;
        }

        return columnOf;
    }

    private static int[] Filled(int count)
    {
        var values = new int[count];
        values.AsSpan().Fill(-1);
        return values;
    }
}
