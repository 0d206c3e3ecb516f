namespace Lat.Evaluation;

/// <summary>
/// Precision and recall over the detections of one class, best score first. Recall rises only at right detections, and precision falls from one
/// of them to the next, so the best precision from a recall on always stands at a right one: only these are kept. The buffer is reused.
/// </summary>
internal sealed class PrecisionRecallCurve(int length)
{
    // The official tool adds it to every denominator, so that a detection that counts neither way gives 0 and not NaN. Part of the bits.
    private static readonly double Spacing = Math.BitIncrement(1.0) - 1.0;

    private readonly double[] _precision = new double[length];
    private int _right, _toFind;

    /// <summary>The recall of all detections together; 0 without any.</summary>
    public double FinalRecall => _right / (double)_toFind;

    /// <param name="order">The detections, best score first.</param>
    /// <param name="flags">What became of each detection.</param>
    /// <param name="toFind">How many objects there are to be found; at least 1.</param>
    public void Fill(ReadOnlySpan<int> order, ReadOnlySpan<byte> flags, int toFind)
    {
        (_right, _toFind) = (0, toFind);
        var wrong = 0;
        foreach (var detection in order)
        {
            switch (flags[detection])
            {
                case ClassMatches.Matched:
                    _right++;
                    _precision[_right - 1] = _right / (wrong + (double)_right + Spacing);
                    break;
                case 0:
                    wrong++;
                    break;
            }
        }

        for (var index = _right - 1; index > 0; index--)
        {
            _precision[index - 1] = Math.Max(_precision[index - 1], _precision[index]);
        }
    }

    /// <summary>The best precision at each of these ascending recalls or a higher one; 0 where the recall is not reached.</summary>
    public void PrecisionAt(ReadOnlySpan<double> recalls, Span<double> precision)
    {
        var index = 0;
        for (var r = 0; r < recalls.Length; r++)
        {
            while (index < _right && (index + 1) / (double)_toFind < recalls[r])
            {
                index++;
            }

            precision[r] = index < _right ? _precision[index] : 0;
        }
    }
}
