using System.Text.Json;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// Reads a label file of Scalabel (BDD100K, SHIFT): a list of frames, or an object with `frames` and `config`. One frame at a time, in
/// memory that does not grow with the file.
/// </summary>
internal sealed class ScalabelFile(string path, ReadFaults faults)
{
    /// <summary>`name` of the object at the root: the image, in the older files of one image each; null where there is none.</summary>
    public string? Name { get; private set; }

    /// <summary>`config.imageSize` in pixels; null where there is none.</summary>
    public (double Width, double Height)? ImageSize { get; private set; }

    /// <summary>Gives every frame to a function, which must not keep it.</summary>
    /// <exception cref="LatException">The file cannot be read, is not JSON, or has no frames.</exception>
    public void Read(Action<ScalabelFrame> onFrame, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var parser = new ScalabelFrameParser(path, faults);
        var frame = new ScalabelFrame();
        var frames = new JsonRootList("frames", TryRead, parser.Refuse);
        JsonRecords.ReadRoot(
            path,
            new JsonRootContent([frames]) { CanBeList = true, Properties = ["name", "config"], OnProperty = ReadProperty },
            faults,
            progress,
            cancellation);

        ElementOutcome TryRead(ref Utf8JsonReader reader, long index)
        {
            var outcome = parser.TryRead(ref reader, index, frame);
            if (outcome == ElementOutcome.Read)
            {
                onFrame(frame);
            }

            return outcome;
        }
    }

    private void ReadProperty(string name, ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        if (name == "name" && reader.Read() && reader.TokenType == JsonTokenType.String && JsonText.TryGet(ref reader, out var text))
        {
            Name = text;
        }
        else if (name == "config" && reader.Read() && reader.TokenType == JsonTokenType.StartObject)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (JsonText.Is(ref reader, "imageSize"u8))
                {
                    ImageSize = ScalabelSize.Read(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }
        }
    }
}
