using Lat.Core;

namespace Lat.Datasets;

/// <summary>What tells that two images are one.</summary>
/// <param name="FileName">The image's name in the dataset.</param>
/// <param name="Content">The hash of the encoded image.</param>
/// <param name="Looks">The <see cref="PerceptualHash"/> of its pixels.</param>
public readonly record struct ImageFingerprint(string FileName, ContentHash Content, ulong Looks);
