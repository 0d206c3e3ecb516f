namespace Lat.Datasets;

/// <summary>The place of an image in a video.</summary>
/// <param name="Sequence">The video and the camera: frames of two cameras are two sequences.</param>
/// <param name="Order">Sorts the frames of a sequence in time; a frame number or a time stamp, gaps allowed.</param>
public readonly record struct FrameKey(string Sequence, long Order);
