using System.Text;
using Lat.Core;

namespace Lat.Transfer;

/// <summary>What a feature file is where its maps would not fit on the disk: the shapes of the levels, and no map.</summary>
public static class FeatureShapesFile
{
    private const string Magic = "LATFEATS";
    private const int MostBytes = 4096;

    /// <param name="path">Where the file is to be.</param>
    /// <param name="levels">The shapes of the levels.</param>
    public static void Write(string path, EquatableArray<FeatureShape> levels)
    {
        using var writer = new BinaryWriter(File.Create(path), Encoding.ASCII);
        writer.Write(Encoding.ASCII.GetBytes(Magic));
        writer.Write(levels.Count);
        foreach (var level in levels)
        {
            writer.Write(level.Channels);
            writer.Write(level.Height);
            writer.Write(level.Width);
            writer.Write(level.Stride);
        }
    }

    /// <summary>The shapes; null where the file holds maps, or is something else.</summary>
    /// <exception cref="LatException">The file is damaged.</exception>
    public static EquatableArray<FeatureShape>? TryRead(string path)
    {
        using var reader = new BinaryReader(File.OpenRead(path), Encoding.ASCII);
        if (Encoding.ASCII.GetString(reader.ReadBytes(Magic.Length)) != Magic)
        {
            return null;
        }

        var rest = reader.ReadBytes(MostBytes);
        var count = rest.Length >= sizeof(int) ? BitConverter.ToInt32(rest) : 0;
        if (count is < 1 or > 64 || rest.Length != sizeof(int) + (count * ((3 * sizeof(int)) + sizeof(double))))
        {
            throw new LatException($"Not a complete file of feature shapes: {path}. Delete it and run the stage again.");
        }

        using var fields = new BinaryReader(new MemoryStream(rest, sizeof(int), rest.Length - sizeof(int)));
        return Enumerable.Range(0, count)
            .Select(_ => new FeatureShape(fields.ReadInt32(), fields.ReadInt32(), fields.ReadInt32(), fields.ReadDouble())).ToEquatableArray();
    }
}
