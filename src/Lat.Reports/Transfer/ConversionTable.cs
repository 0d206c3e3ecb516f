namespace Lat.Reports;

/// <summary>
/// Which conversions between the conventions of two datasets come out right, a row each and a column for every method: a cyclist that
/// becomes rider and bicycle, a parked bicycle that becomes nothing. Added up over seeds.
/// </summary>
public static class ConversionTable
{
    /// <summary>Objects whose shorter side is less than this, in pixels, are left out: too small to tell what they are.</summary>
    public const double MinimumSide = 16;

    /// <param name="measurements">All methods' audits from one source into one target.</param>
    public static ReportTable Build(IEnumerable<TransferMeasurement> measurements)
    {
        var methods = measurements.GroupBy(item => item.Method).ToList();
        var conversions = methods.SelectMany(method => method.SelectMany(item => item.Audit.Conversions))
            .Select(conversion => conversion with { Sizes = [] }).Distinct().ToList();
        return new ReportTable(
            [
                new ReportColumn("source class", ColumnAlignment.Left),
                new ReportColumn("should become", ColumnAlignment.Left),
                new ReportColumn("objects"),
                .. methods.Select(method => new ReportColumn($"{method.Key} right %")),
            ],
            conversions.Select(conversion => Row(conversion, [.. methods.Select(method => Tally(conversion, method))]))
                .Where(row => row is not null).Select(row => row!.Value).ToEquatableArray());
    }

    private static EquatableArray<ReportCell>? Row(ClassConversion conversion, List<TransferTally> tallies) =>
        tallies.Max(tally => tally.Asked) is var asked && asked == 0 ? null :
        [
            new ReportCell(conversion.Source?.Value ?? "(unlabelled)"),
            new ReportCell(Becomes(conversion)),
            new ReportCell(FormattableString.Invariant($"{asked}")),
            .. tallies.Select(tally => new ReportCell(Points.Of((double)tally.Right / tally.Asked))),
        ];

    private static string Becomes(ClassConversion conversion)
    {
        var targets = conversion.Targets.Count == 0 ? "nothing" : string.Join(" + ", conversion.Targets.Select(target => target.Value));
        return conversion.Outcome == TransferOutcome.Merged ? $"{targets} (with others)" : targets;
    }

    private static TransferTally Tally(ClassConversion conversion, IEnumerable<TransferMeasurement> measurements)
    {
        var tallies = measurements.SelectMany(item => item.Audit.Conversions)
            .Where(other => other with { Sizes = [] } == conversion).Select(other => other.FromSide(MinimumSide)).ToList();
        return new TransferTally(tallies.Sum(tally => tally.Asked), tallies.Sum(tally => tally.Right));
    }
}
