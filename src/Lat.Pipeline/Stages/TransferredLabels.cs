using Lat.Core;
using Lat.Datasets;

namespace Lat.Pipeline;

/// <summary>The labels that a transfer makes, written image by image as they come, so that their number is no matter of memory.</summary>
internal static class TransferredLabels
{
    /// <param name="context">Has the output <see cref="TransferStage.Labels"/>, which appears only when complete.</param>
    /// <param name="space">The target's label space.</param>
    /// <param name="images">The source's images with their labels in that space; gone through once.</param>
    /// <param name="remark">Ends the line that is reported.</param>
    public static void Write(StageContext context, LabelSpace space, IEnumerable<AnnotatedImage> images, string remark = "")
    {
        using var labels = new AnnotationFileWriter(context.Output(TransferStage.Labels), space);
        foreach (var image in images)
        {
            labels.Add(image);
        }

        labels.Complete();
        context.Report(FormattableString.Invariant($"{labels.BoxCount} labels on {labels.ImageCount} images{remark}"));
    }
}
