using Lat.Core;

namespace Lat.Transfer;

/// <summary>Features that no disk holds: an image's maps are computed each time that they are asked for, by one caller at a time.</summary>
/// <param name="levels">The shapes of the levels, the same for every image.</param>
/// <param name="compute">Gives the maps of an image by its name, as a feature file would hold them.</param>
/// <param name="release">Called once at the end.</param>
public sealed class ComputedFeatures(EquatableArray<FeatureShape> levels, Func<string, byte[]> compute, Action release) : IFeatureSource
{
    private readonly Lock _turn = new();

    /// <inheritdoc/>
    public EquatableArray<FeatureShape> Levels => levels;

    /// <inheritdoc/>
    public int ByteCount => levels.Sum(level => level.Count) * 2;

    /// <inheritdoc/>
    public void Read(string fileName, Span<byte> maps)
    {
        lock (_turn)
        {
            compute(fileName).CopyTo(maps);
        }
    }

    public void Dispose() => release();
}
