using Lat.Core;

namespace Lat.Transfer;

/// <summary>The frozen features of a set of images, read from a file or computed when asked for. Safe to read from several threads.</summary>
public interface IFeatureSource : IDisposable
{
    /// <summary>The shapes of the levels, the same for every image.</summary>
    EquatableArray<FeatureShape> Levels { get; }

    /// <summary>The bytes of one image's maps: float16, the levels one after the other, each [C, H, W].</summary>
    int ByteCount { get; }

    /// <param name="fileName">The image.</param>
    /// <param name="maps">Takes the image's <see cref="ByteCount"/> bytes.</param>
    /// <exception cref="LatException">There is no such image, or its maps cannot be read.</exception>
    void Read(string fileName, Span<byte> maps);
}
