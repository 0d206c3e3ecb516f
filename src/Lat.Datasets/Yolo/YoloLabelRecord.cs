using Lat.Core;

namespace Lat.Datasets;

/// <summary>What Lat wrote beside one line of a label file.</summary>
/// <param name="Corners">The box in pixels, to the last bit.</param>
/// <param name="Confidence">How sure the label is.</param>
/// <param name="Origin">How it came to be.</param>
/// <param name="SourceIndex">The source annotation that it was made from.</param>
/// <param name="Area">The area that decides the size class, where it is not that of the box.</param>
internal sealed record YoloLabelRecord(RawBox Corners, double Confidence, AnnotationOrigin Origin, int? SourceIndex, double? Area)
{
    /// <summary>A line rounds to some digits; a difference of more than this part of the image is an edit.</summary>
    private const double Tolerance = 1e-6;

    /// <summary>The box and label of a line with what it could not hold; a box that was edited since keeps the line's corners.</summary>
    public (RawBox Box, Annotation Label) ApplyTo(RawBox line, Annotation label, ImageSize size)
    {
        var (x, y) = (size.Width * Tolerance, size.Height * Tolerance);
        var isSame = Math.Abs(line.X1 - Corners.X1) <= x && Math.Abs(line.X2 - Corners.X2) <= x
            && Math.Abs(line.Y1 - Corners.Y1) <= y && Math.Abs(line.Y2 - Corners.Y2) <= y;
        return !isSame ? (line, label) : (Corners, label with { Confidence = Confidence, Origin = Origin, SourceIndex = SourceIndex, Area = Area });
    }
}
