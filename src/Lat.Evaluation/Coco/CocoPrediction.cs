namespace Lat.Evaluation;

/// <summary>One detection, its box as COCO writes it.</summary>
/// <param name="Image">The image's position in the evaluation's order of images.</param>
/// <param name="Class">The class's index in the label space.</param>
/// <param name="X">Left edge in pixels.</param>
/// <param name="Y">Top edge in pixels.</param>
/// <param name="Width">Width in pixels.</param>
/// <param name="Height">Height in pixels.</param>
/// <param name="Score">The detector's score; any finite number.</param>
public readonly record struct CocoPrediction(int Image, int Class, double X, double Y, double Width, double Height, double Score);
