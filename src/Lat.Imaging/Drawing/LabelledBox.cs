using Lat.Core;

namespace Lat.Imaging;

/// <summary>One box to be drawn.</summary>
/// <param name="Box">Where, in pixels of the image.</param>
/// <param name="Color">The colour of the frame, and of the ground behind the label.</param>
/// <param name="Label">The text at its upper left corner; null for none. What is not printable ASCII shows as a question mark.</param>
public sealed record LabelledBox(Box Box, RgbColor Color, string? Label = null);
