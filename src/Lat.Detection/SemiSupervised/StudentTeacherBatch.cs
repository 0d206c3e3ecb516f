using Lat.Core;

namespace Lat.Detection;

/// <summary>The images of one step of a student and its teacher, as the background prepares them.</summary>
/// <param name="Labelled">Strong views of the labelled images, then weak views of them, with their labels.</param>
/// <param name="Weak">What the teacher looks at; null during burn-in.</param>
/// <param name="Strong">The same images as the student sees them; null during burn-in.</param>
/// <param name="UnlabelledImages">The weak views as images, in the same order; empty during burn-in.</param>
internal sealed record StudentTeacherBatch(TrainingBatch Labelled, PackedPixels? Weak, PackedPixels? Strong, IReadOnlyList<RgbImage> UnlabelledImages)
    : IDisposable
{
    /// <summary>Brings all pixels into page-locked memory.</summary>
    public void Pin()
    {
        Labelled.Pixels.Pin();
        Weak?.Pin();
        Strong?.Pin();
    }

    public void Dispose()
    {
        Labelled.Dispose();
        Weak?.Dispose();
        Strong?.Dispose();
    }
}
