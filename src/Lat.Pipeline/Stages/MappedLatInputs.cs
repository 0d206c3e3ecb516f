using Lat.Core;
using Lat.Datasets;
using Lat.Transfer;

namespace Lat.Pipeline;

/// <summary>
/// What label transfer reads of one dataset, left on the disk: memory does not grow with the number of boxes. (Training draws its images in any
/// order, again and again, and holds them: <see cref="LatInputs.Open"/>.)
/// </summary>
internal sealed class MappedLatInputs : IDisposable
{
    private readonly List<IDisposable> _open = [];

    /// <param name="inputs">The nodes of the files.</param>
    /// <param name="context">Has the inputs.</param>
    /// <param name="datasets">All datasets, in the order of the concatenation.</param>
    /// <exception cref="LatException">A file is damaged.</exception>
    public MappedLatInputs(LatInputs inputs, StageContext context, IReadOnlyList<string> datasets)
    {
        try
        {
            var annotations = Keep(MappedAnnotationFile.Open(context.Input($"annotations/{inputs.Dataset}")));
            var features = Keep(LatInputs.OpenFeatures(context, inputs, mirrors: false));
            var mirrored = inputs.Mirrored is null ? null : Keep(LatInputs.OpenFeatures(context, inputs, mirrors: true));
            Predictions = [.. datasets.Select(space => inputs.PseudoLabels.Any(labels => labels.Key == space)
                ? Keep(MappedDetectionFile.Open(context.Input($"pseudo-labels/{space}-on-{inputs.Dataset}")))
                : null)];
            LabelSpace = annotations.LabelSpace;
            Source = new TransferSource(
                datasets.ToList().IndexOf(inputs.Dataset),
                annotations.Images,
                features,
                [.. Predictions.Select(file => file is null ? null : (Func<string, ImageDetections>)(fileName => file[fileName]))]) { Mirrored = mirrored };
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>The dataset; not to be read after this is disposed.</summary>
    public TransferSource Source { get; }

    /// <summary>The dataset's own classes.</summary>
    public LabelSpace LabelSpace { get; }

    /// <summary>[N] the predictions on the dataset's images in each space; null where there are none.</summary>
    public IReadOnlyList<MappedDetectionFile?> Predictions { get; }

    public void Dispose() => _open.ForEach(file => file.Dispose());

    private T Keep<T>(T file)
        where T : IDisposable
    {
        _open.Add(file);
        return file;
    }
}
