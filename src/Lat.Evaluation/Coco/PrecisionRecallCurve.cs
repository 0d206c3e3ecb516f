namespace Lat.Evaluation;

/// <summary>Precision and recall after each detection, best score first. The buffers are reused from one setting to the next.</summary>
internal sealed class PrecisionRecallCurve(int length)
{
    private readonly double[] _precision = new double[length];
    private readonly double[] _recall = new double[length];

    /// <summary>The recall of all detections together; 0 without any.</summary>
    public double FinalRecall => length == 0 ? 0 : _recall[^1];

    public void Fill(ReadOnlySpan<int> order, ReadOnlySpan<byte> flags, int toFind, double spacing)
    {
        var (right, wrong) = (0.0, 0.0);
        for (var index = 0; index < order.Length; index++)
        {
            switch (flags[order[index]])
            {
                case ClassMatches.Matched:
                    right++;
                    break;
                case 0:
                    wrong++;
                    break;
            }

            _recall[index] = right / toFind;
            _precision[index] = right / (wrong + right + spacing);
        }

        for (var index = length - 1; index > 0; index--)
        {
            _precision[index - 1] = Math.Max(_precision[index - 1], _precision[index]);
        }
    }

    /// <summary>The best precision at this recall or a higher one; 0 where the recall is not reached.</summary>
    public double PrecisionAt(double recall)
    {
        var (low, high) = (0, length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_recall[middle] < recall)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low < length ? _precision[low] : 0;
    }
}
