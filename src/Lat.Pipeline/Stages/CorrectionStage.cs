using System.Globalization;
using Lat.Artifacts;
using Lat.Core;
using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>Puts people's corrections over transferred labels. The corrections count by their content, not by where they lie.</summary>
/// <param name="name">The node's name.</param>
/// <param name="labels">The node of the transferred labels.</param>
/// <param name="files">The files of corrections, COCO annotations; where two have an image, the later counts.</param>
public sealed class CorrectionStage(string name, string labels, EquatableArray<string> files) : Stage(name)
{
    public override string Kind => "correction";

    protected override EquatableArray<SpecField> Fields => [];

    protected override EquatableArray<StageInput> Inputs => [new StageInput("labels", labels, TransferStage.Labels)];

    protected override EquatableArray<ExternalInput> ExternalInputs =>
        files.Select((file, index) => new ExternalInput(NameOf(index), file, Hash)).ToEquatableArray();

    public override EquatableArray<string> Run(StageContext context)
    {
        var set = AnnotationFile.Read(context.Input("labels"));
        var reviewed = 0;
        for (var index = 0; index < files.Count; index++)
        {
            var path = context.Input(NameOf(index));
            var corrections = CocoAnnotationFile.Read(path).Annotations;
            set = CorrectionOverlay.Apply(set, corrections, path);
            reviewed += corrections.Images.Count;
        }

        AnnotationFile.Write(context.Output(TransferStage.Labels), set);
        context.Report(FormattableString.Invariant($"{reviewed} of {set.Images.Count} images corrected, {set.AnnotationCount} labels"));
        return [TransferStage.Labels];
    }

    private static string NameOf(int index) => "corrections/" + index.ToString(CultureInfo.InvariantCulture);

    private static ContentHash Hash(string path) => File.Exists(path) ? ContentHash.OfFile(path) : throw new LatException(
        $"The corrections '{path}' are missing. Correct 'corrections' in the experiment; a relative path begins at the current folder, or at that of --data.");
}
