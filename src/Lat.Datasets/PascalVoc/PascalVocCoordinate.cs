using System.Globalization;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// Coordinates of Pascal VOC, where the first pixel is 1. One is taken off and added in decimals, in which that is exact: a double that is
/// written as text plus one and read back minus one is the same double.
/// </summary>
internal static class PascalVocCoordinate
{
    /// <summary>A minimum in the file as a minimum in Lat.</summary>
    /// <returns>NaN for what is no finite number.</returns>
    public static double ReadMinimum(string text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return (double)whole - 1;
        }

        if (decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var exact) && Math.Abs(exact) < 1e15m)
        {
            return double.Parse((exact - 1).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
        }

        return ReadMaximum(text) - 1;
    }

    /// <summary>An inclusive maximum from 1 in the file is the exclusive maximum from 0 in Lat.</summary>
    /// <returns>NaN for what is no finite number.</returns>
    public static double ReadMaximum(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number) ? number : double.NaN;

    /// <summary>A minimum of Lat as the file has it.</summary>
    public static string WriteMinimum(double value) => Math.Abs(value) < 1e12
        ? (decimal.Parse(value.ToString("R", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture) + 1)
            .ToString(CultureInfo.InvariantCulture)
        : throw new LatException(FormattableString.Invariant($"The coordinate {value} lies in no image. Clip the boxes before writing them."));

    /// <summary>A maximum of Lat as the file has it.</summary>
    public static string WriteMaximum(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
