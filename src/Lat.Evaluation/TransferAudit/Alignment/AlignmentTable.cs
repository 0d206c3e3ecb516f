namespace Lat.Evaluation;

/// <summary>Adds up what became of source boxes, by source class and target class.</summary>
internal sealed class AlignmentTable
{
    private readonly LabelSpace _source;
    private readonly LabelSpace _target;
    private readonly int[][] _pairs;
    private readonly Dictionary<(int Source, int Target), List<(Box From, Box To)>> _moves = [];
    private readonly int[] _outcomes = new int[5];
    private int _boxes;
    private int _labels;
    private int _added;

    public AlignmentTable(LabelSpace source, LabelSpace target)
    {
        (_source, _target) = (source, target);
        _pairs = [.. Enumerable.Range(0, source.Count + 1).Select(_ => new int[target.Count + 1])];
    }

    /// <param name="from">The box that the label comes from; null for none.</param>
    /// <param name="label">The label.</param>
    public void AddLabel(Annotation? from, Annotation label)
    {
        _labels++;
        _added += from is null ? 1 : 0;
        _pairs[from?.ClassIndex ?? _source.Count][label.ClassIndex]++;
        if (from is not null && from.Box is { Width: > 0, Height: > 0 } && label.Box is { Width: > 0, Height: > 0 })
        {
            var key = (from.ClassIndex, label.ClassIndex);
            _moves.TryAdd(key, []);
            _moves[key].Add((from.Box, label.Box));
        }
    }

    /// <param name="box">A source box that counts.</param>
    /// <param name="labels">The labels that come from it.</param>
    /// <param name="merged">Whether it has none, but lies in another's.</param>
    public void AddBox(Annotation box, IReadOnlyList<Annotation> labels, bool merged)
    {
        _boxes++;
        _pairs[box.ClassIndex][_target.Count] += labels.Count == 0 ? 1 : 0;
        var outcome = labels switch
        {
            [] => merged ? TransferOutcome.Merged : TransferOutcome.Dropped,
            [var only] => _target[only.ClassIndex] == _source[box.ClassIndex] ? TransferOutcome.Kept : TransferOutcome.Relabelled,
            _ => TransferOutcome.Split,
        };
        _outcomes[(int)outcome]++;
    }

    public LabelAlignment ToAlignment(int images) => new(
        images,
        _boxes,
        _labels,
        new AlignmentOutcomes(
            _outcomes[(int)TransferOutcome.Kept],
            _outcomes[(int)TransferOutcome.Relabelled],
            _outcomes[(int)TransferOutcome.Split],
            _outcomes[(int)TransferOutcome.Merged],
            _outcomes[(int)TransferOutcome.Dropped],
            _added),
        _source.Classes,
        _target.Classes,
        [.. _pairs.Select(row => row.ToEquatableArray())],
        [.. from pair in _moves
            orderby pair.Key.Source, pair.Key.Target
            select ToShift(pair.Key.Source, pair.Key.Target, pair.Value)]);

    private BoxShift ToShift(int source, int target, List<(Box From, Box To)> moves) => new(
        _source[source],
        _target[target],
        moves.Count,
        Spread.Of([.. moves.Select(move => (move.To.CenterX - move.From.CenterX) / move.From.Width)]),
        Spread.Of([.. moves.Select(move => (move.To.CenterY - move.From.CenterY) / move.From.Height)]),
        Spread.Of([.. moves.Select(move => Math.Log(move.To.Width / move.From.Width))]),
        Spread.Of([.. moves.Select(move => Math.Log(move.To.Height / move.From.Height))]));
}
