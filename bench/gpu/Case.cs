using System.Text.Json;
using Lat.Core;

namespace Lat.Bench.Gpu;

/// <summary>What step.py asks both sides to train.</summary>
/// <param name="Device">`cuda` or `cpu`.</param>
/// <param name="Width">Of the images.</param>
/// <param name="Height">Of the images.</param>
/// <param name="Batch">Images in a step.</param>
/// <param name="Images">Images in the data.</param>
/// <param name="Boxes">Objects of an image.</param>
/// <param name="WarmUp">Steps before the clock runs.</param>
/// <param name="Steps">Steps that are measured.</param>
/// <param name="Workers">Threads or processes that prepare the data.</param>
internal sealed record Case(string Device, int Width, int Height, int Batch, int Images, int Boxes, int WarmUp, int Steps, int Workers)
{
    public ImageSize Size => new(Width, Height);

    public static Case Read(string folder) => JsonSerializer.Deserialize<Case>(
        File.ReadAllText(Path.Combine(folder, "case.json")), JsonSerializerOptions.Web) ?? throw new InvalidDataException("case.json is empty.");
}
