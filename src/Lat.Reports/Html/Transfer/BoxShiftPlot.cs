namespace Lat.Reports;

/// <summary>One pair of classes: the unit square as source box, the mean label drawn to it.</summary>
internal static class BoxShiftPlot
{
    private const double Least = -0.75;
    private const double Most = 1.75;

    public static HtmlFragment Of(BoxShift shift)
    {
        var (source, target) = (shift.SourceClass.Value, shift.TargetClass.Value);
        return HtmlFragment.Of(
            $"""
            <figure class="shift">
            <svg viewBox="0 0 100 100" role="img" aria-label="{source} to {target}: {Words(shift)}">
            <path class="spread" fill-rule="evenodd" d="{Outline(shift, 1)}{Outline(shift, -1)}"/>
            <path class="from" d="{Outline(0, 1, 0, 1)}"/><path class="to" d="{Outline(shift, 0)}"/>
            </svg>
            <figcaption><strong>{TableMarkup.Name(source)} → {TableMarkup.Name(target)}</strong><span class="muted">{shift.Count} labels<br>{Words(shift)}</span></figcaption>
            </figure>

            """);
    }

    /// <summary>The mean label, larger or smaller by so many deviations of its size.</summary>
    private static string Outline(BoxShift shift, double deviations)
    {
        var (x, y) = (0.5 + shift.Dx.Mean, 0.5 + shift.Dy.Mean);
        var (width, height) = (Math.Exp(shift.Dw.Mean + (deviations * shift.Dw.Deviation)), Math.Exp(shift.Dh.Mean + (deviations * shift.Dh.Deviation)));
        return Outline(x - (width / 2), x + (width / 2), y - (height / 2), y + (height / 2));
    }

    private static string Outline(double left, double right, double top, double bottom) => FormattableString.Invariant(
        $"M{Place(left):0.0} {Place(top):0.0}H{Place(right):0.0}V{Place(bottom):0.0}H{Place(left):0.0}Z");

    private static double Place(double value) => 100 * (Math.Clamp(value, Least, Most) - Least) / (Most - Least);

    private static string Words(BoxShift shift) => FormattableString.Invariant(
        $"width {100 * (Math.Exp(shift.Dw.Mean) - 1):+0;-0;±0} %, height {100 * (Math.Exp(shift.Dh.Mean) - 1):+0;-0;±0} %");
}
