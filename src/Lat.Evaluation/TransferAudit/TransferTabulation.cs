namespace Lat.Evaluation;

/// <summary>Adds up the images of an audit by source class and by target class.</summary>
internal sealed class TransferTabulation(LabelSpace sourceSpace, LabelSpace targetSpace)
{
    private readonly SourceRow[] _sources = [.. sourceSpace.Classes.Select(_ => new SourceRow())];
    private readonly List<(double Confidence, bool IsRight)> _judged = [];
    private readonly TargetRow[] _targets = [.. targetSpace.Classes.Select(_ => new TargetRow())];

    public void Add(ImageAudit image)
    {
        var found = image.Found();
        AddTargets(image, found);
        AddLabels(image);
        AddSources(image, found);
    }

    public TransferAuditResult ToResult(int images, CocoMetrics metrics)
    {
        var faults = LabelFaultCounts.Of(_targets.SelectMany(row => row.Faults));
        var wrong = _targets.Sum(row => row.Faults.Count);
        return new TransferAuditResult(
            images,
            _targets.Sum(row => row.Labels),
            _targets.Sum(row => row.Right),
            wrong,
            faults,
            _targets.Sum(row => row.Objects),
            _targets.Sum(row => row.Found),
            new TransferTally(_targets.Sum(row => row.Added), _targets.Sum(row => row.AddedFound)),
            [.. _sources.Select((row, index) => row.ToAudit(sourceSpace[index]))],
            [.. _targets.Select((row, index) => row.ToAudit(metrics.PerClass[index]))],
            metrics)
        {
            Calibration = ConfidenceCalibration.Of(_judged),
        };
    }

    private void AddTargets(ImageAudit image, bool[] found)
    {
        for (var target = 0; target < image.Truth.Count; target++)
        {
            if (TruthMatch.IsCounted(image.Truth[target]))
            {
                var row = _targets[image.Truth[target].ClassIndex];
                var (one, added) = (found[target] ? 1 : 0, image.Links.IsAdded(target) ? 1 : 0);
                row.Objects++;
                row.Found += one;
                row.Added += added;
                row.AddedFound += added * one;
            }
        }
    }

    private void AddLabels(ImageAudit image)
    {
        for (var label = 0; label < image.Labels.Count; label++)
        {
            var row = _targets[image.Labels[label].ClassIndex];
            var from = image.SourceOfLabel[label] >= 0 ? _sources[image.Source[image.SourceOfLabel[label]].ClassIndex] : null;
            row.Labels++;
            if (image.Match.TruthOf[label] >= 0)
            {
                row.Right++;
                _judged.Add((image.Labels[label].Confidence, true));
                from?.LabelsRight += 1;
            }
            else if (image.Match.Faults[label] is { } fault)
            {
                row.Faults.Add(fault);
                _judged.Add((image.Labels[label].Confidence, false));
                from?.LabelsWrong += 1;
            }
        }
    }

    private void AddSources(ImageAudit image, bool[] found)
    {
        var blamed = image.BlamedSources();
        for (var source = 0; source < image.Source.Count; source++)
        {
            var annotation = image.Source[source];
            if (TruthMatch.IsCounted(annotation))
            {
                _sources[annotation.ClassIndex].Add(image.OutcomeOf(source, sourceSpace, targetSpace), image.IsDoneRight(source, found, blamed));
            }
        }
    }

    private sealed class SourceRow
    {
        private readonly int[] _asked = new int[5];
        private readonly int[] _right = new int[5];

        public int LabelsRight { get; set; }

        public int LabelsWrong { get; set; }

        public void Add(TransferOutcome outcome, bool isRight)
        {
            _asked[(int)outcome]++;
            _right[(int)outcome] += isRight ? 1 : 0;
        }

        public SourceClassAudit ToAudit(ClassName name) => new(
            name,
            _asked.Sum(),
            Tally(TransferOutcome.Kept),
            Tally(TransferOutcome.Relabelled),
            Tally(TransferOutcome.Split),
            Tally(TransferOutcome.Merged),
            Tally(TransferOutcome.Dropped),
            LabelsRight,
            LabelsWrong);

        private TransferTally Tally(TransferOutcome outcome) => new(_asked[(int)outcome], _right[(int)outcome]);
    }

    private sealed class TargetRow
    {
        public int Objects { get; set; }

        public int Found { get; set; }

        public int Added { get; set; }

        public int AddedFound { get; set; }

        public int Labels { get; set; }

        public int Right { get; set; }

        public List<LabelFault> Faults { get; } = [];

        public TargetClassAudit ToAudit(CocoClassMetrics metrics) => new(
            metrics.ClassName,
            Objects,
            Found,
            new TransferTally(Added, AddedFound),
            Right,
            LabelFaultCounts.Of(Faults),
            metrics.Ap,
            metrics.Ap50);
    }
}
