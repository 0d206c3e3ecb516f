using System.Globalization;

namespace Lat.Reports;

/// <summary>Costs as the tables print them.</summary>
internal static class CostText
{
    private static readonly (string Unit, double Bytes)[] Units = [("TiB", 1L << 40), ("GiB", 1L << 30), ("MiB", 1L << 20), ("KiB", 1L << 10)];

    public static string Hours(double seconds) => (seconds / 3600).ToString(seconds < 360 ? "0.000" : "0.00", CultureInfo.InvariantCulture);

    /// <summary>A dash where nobody measured it.</summary>
    public static string Bytes(long? bytes)
    {
        if (bytes is not { } count)
        {
            return Points.Absent;
        }

        var (unit, size) = Units.FirstOrDefault(unit => count >= unit.Bytes, ("B", 1));
        return FormattableString.Invariant($"{count / size:0.#} {unit}");
    }
}
