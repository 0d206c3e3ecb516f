namespace Lat.Reports;

/// <summary>How many boxes of a queue have which reason, and where the first of them are.</summary>
public static class ReviewTable
{
    private static readonly ReviewReason[] Reasons = [ReviewReason.Doubtful, ReviewReason.OtherClass, ReviewReason.Unmatched, ReviewReason.Missed];

    public static ReportTable Build(ReviewBatch batch) => new(
        [new ReportColumn("reason", ColumnAlignment.Left), new ReportColumn("boxes"), new ReportColumn("first on", ColumnAlignment.Left)],
        (from reason in Reasons
         let items = batch.Queue.Where(item => item.Reasons.HasFlag(reason)).ToList()
         where items.Count > 0
         select (EquatableArray<ReportCell>)
         [
             new ReportCell(ReviewReasonText.Of(reason)), new ReportCell(FormattableString.Invariant($"{items.Count}")), new ReportCell(items[0].FileName),
         ]).ToEquatableArray());
}
