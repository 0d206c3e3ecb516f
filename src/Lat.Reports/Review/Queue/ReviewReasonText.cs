namespace Lat.Reports;

/// <summary>The reasons of a box in words.</summary>
public static class ReviewReasonText
{
    private static readonly (ReviewReason Reason, string Text)[] Texts =
    [
        (ReviewReason.Missed, "no label"),
        (ReviewReason.OtherClass, "another class elsewhere"),
        (ReviewReason.Unmatched, "nothing there elsewhere"),
        (ReviewReason.Doubtful, "doubtful"),
    ];

    /// <summary>`doubtful, another class elsewhere`; `little` where no single reason weighs much.</summary>
    public static string Of(ReviewReason reasons)
    {
        var named = Texts.Where(text => reasons.HasFlag(text.Reason)).Select(text => text.Text).ToList();
        return named.Count == 0 ? "little" : string.Join(", ", named);
    }
}
