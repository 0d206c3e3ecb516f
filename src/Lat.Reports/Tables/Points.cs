using System.Globalization;

namespace Lat.Reports;

/// <summary>Numbers as the tables print them: AP in points (times 100) with one decimal, an absent one as a dash.</summary>
internal static class Points
{
    public const string Absent = "-";

    public static string Of(double value) =>
        double.IsNaN(value) ? Absent : (100 * value).ToString("0.0", CultureInfo.InvariantCulture);

    /// <summary>With its sign; a plain 0.0 has a plus.</summary>
    public static string Signed(double difference) =>
        (100 * difference).ToString("+0.0;-0.0;+0.0", CultureInfo.InvariantCulture);

    /// <summary>A difference with half its interval; `≈` before one that lies inside it, and so may be chance.</summary>
    public static string Gain(Estimate difference) => double.IsNaN(difference.Mean) ? Absent
        : !difference.Interval.IsKnown ? Signed(difference.Mean)
        : $"{(difference.Verdict == DifferenceVerdict.NotShown ? "≈ " : "")}{Signed(difference.Mean)} ± {Of(difference.Interval.HalfWidth)}";

    /// <summary>Right of asked; a dash where nothing was asked.</summary>
    public static string Share(TransferTally tally) =>
        tally.Asked == 0 ? Absent : FormattableString.Invariant($"{tally.Right}/{tally.Asked}");
}
