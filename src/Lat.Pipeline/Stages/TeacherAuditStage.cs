using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;
using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>
/// Measures how right the labels are that a trained teacher shows its student on another dataset's images, where the truth is known: what it
/// misses there is background to the student. Judged is the teacher as training left it, on the images as they are.
/// </summary>
/// <param name="name">The node's name.</param>
/// <param name="import">The node of the source's training set.</param>
/// <param name="truth">The file with the truth in the target's space.</param>
/// <param name="detector">The node of the student and teacher.</param>
/// <param name="method">How teacher and student work together; of it the threshold of the labels.</param>
/// <param name="threads">Threads inside one operator, as the detector was trained with.</param>
public sealed class TeacherAuditStage(string name, string import, string truth, string detector, StudentTeacherOptions method, int threads) : Stage(name)
{
    public override string Kind => "teacher-audit";

    protected override EquatableArray<SpecField> Fields =>
        SpecFields.Flatten("studentTeacher.pseudoLabelThreshold", method.PseudoLabelThreshold).Concat(SpecFields.Flatten("threads", threads)).ToEquatableArray();

    protected override EquatableArray<StageInput> Inputs =>
    [
        new StageInput("annotations", import, DatasetFiles.Annotations),
        new StageInput("truth", import, truth),
        new StageInput("images", import, DatasetFiles.Images),
        new StageInput("weights", detector, DetectorFolder.WeightsFile),
        new StageInput("description", detector, DetectorFolder.DescriptionFile),
    ];

    protected override bool UsesTensors => true;

    public override EquatableArray<string> Run(StageContext context)
    {
        var labels = PredictedLabels.Of(StoredDetector.Predict(context, threads), method.PseudoLabelThreshold);
        var result = AuditStage.Measure(context, labels, method.PseudoLabelThreshold);
        context.Report(FormattableString.Invariant($"{labels.AnnotationCount} labels, {result.Completeness * 100:0.0} % of the objects found"));
        return [AuditStage.Audit];
    }
}
