using System.Text.Json;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// Reads a label file of Scalabel (BDD100K, SHIFT): a list of frames, or an object with `frames` and `config`. One frame at a time, in
/// memory that does not grow with the file.
/// </summary>
internal sealed class ScalabelFile(string path, ReadFaults faults)
{
    private const int ReportEvery = 2048;

    /// <summary>`name` of the object at the root: the image, in the older files of one image each; null where there is none.</summary>
    public string? Name { get; private set; }

    /// <summary>`config.imageSize` in pixels; null where there is none.</summary>
    public (double Width, double Height)? ImageSize { get; private set; }

    /// <summary>Gives every frame to a function, which must not keep it.</summary>
    /// <exception cref="LatException">The file cannot be read, is not JSON, or has no frames.</exception>
    public void Read(Action<ScalabelFrame> onFrame, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var place = new RecordPlace(path);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1, FileOptions.SequentialScan);
            var list = new JsonListStream(stream, (int)Math.Clamp(stream.Length + 1, 1 << 12, 1 << 20));
            var parser = new ScalabelFrameParser(path, faults);
            var frame = new ScalabelFrame();
            var activity = $"reading {Path.GetFileName(path)}";
            var found = list.Read(
                "frames",
                (index, json) =>
                {
                    if (index % ReportEvery == 0)
                    {
                        cancellation.ThrowIfCancellationRequested();
                        progress?.Report(new ReadProgress(activity, list.BytesRead, stream.Length));
                    }

                    if (parser.TryParse(index, json, frame))
                    {
                        onFrame(frame);
                    }
                },
                ReadProperty);
            if (!found)
            {
                faults.Stop(place, "is neither a list of frames nor an object with 'frames'", "Check that this is the file of box labels");
            }
        }
        catch (JsonException exception)
        {
            faults.Stop(
                place,
                exception.LineNumber is { } line
                    ? FormattableString.Invariant($"is not JSON, at line {line + 1}, byte {exception.BytePositionInLine + 1}")
                    : exception.Message.TrimEnd('.'),
                "NaN, comments and trailing commas are no JSON; a file that was cut off is none either: download it again");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            faults.Stop(place, $"cannot be read: {exception.Message}", "Check the path and its permissions");
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
                if (reader.ValueTextEquals("imageSize"u8))
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
