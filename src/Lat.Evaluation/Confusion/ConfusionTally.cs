namespace Lat.Evaluation;

/// <summary>Counts which class meets which, image by image.</summary>
internal sealed class ConfusionTally(LabelSpace rows, LabelSpace columns, double threshold)
{
    private readonly int[,] _counts = new int[rows.Count + 1, columns.Count + 1];

    /// <summary>Pairs the boxes of one image, the best overlap first; each box is in one pair at most.</summary>
    public void Add(List<(Box Box, int Class)> first, List<(Box Box, int Class)> second)
    {
        var pairs = new List<(double Iou, int First, int Second)>();
        for (var a = 0; a < first.Count; a++)
        {
            for (var b = 0; b < second.Count; b++)
            {
                var iou = first[a].Box.Iou(second[b].Box);
                if (iou >= threshold)
                {
                    pairs.Add((iou, a, b));
                }
            }
        }

        var (isPaired, isMet) = (new bool[first.Count], new bool[second.Count]);
        foreach (var (_, a, b) in pairs.OrderByDescending(pair => pair.Iou).ThenBy(pair => pair.First).ThenBy(pair => pair.Second))
        {
            if (!isPaired[a] && !isMet[b])
            {
                (isPaired[a], isMet[b]) = (true, true);
                _counts[first[a].Class, second[b].Class]++;
            }
        }

        for (var a = 0; a < first.Count; a++)
        {
            _counts[first[a].Class, columns.Count] += isPaired[a] ? 0 : 1;
        }

        for (var b = 0; b < second.Count; b++)
        {
            _counts[rows.Count, second[b].Class] += isMet[b] ? 0 : 1;
        }
    }

    public ConfusionMatrix ToMatrix() => new(
        rows.Classes,
        columns.Classes,
        Enumerable.Range(0, rows.Count + 1).Select(row => Enumerable.Range(0, columns.Count + 1).Select(column => _counts[row, column]).ToEquatableArray())
            .ToEquatableArray());
}
