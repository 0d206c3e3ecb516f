using System.Text.Json;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Reads JSON files: whole, or record by record in memory that does not grow with the file.</summary>
public static class JsonRecords
{
    /// <summary>A file whose root is an object; the caller disposes the document.</summary>
    /// <exception cref="LatException">The file cannot be read, is not JSON, or its root is no object.</exception>
    public static JsonDocument Open(string path, ReadFaults faults, out JsonRecord root)
    {
        JsonDocument document;
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            document = JsonDocument.Parse(stream);
        }
        catch (JsonException exception)
        {
            throw NotJson(path, exception, faults);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Unreadable(path, exception, faults);
        }

        root = new JsonRecord(document.RootElement, new RecordPlace(path), faults);
        if (document.RootElement.ValueKind == JsonValueKind.Object)
        {
            return document;
        }

        var found = JsonRecord.Describe(document.RootElement);
        document.Dispose();
        throw faults.Stop(new RecordPlace(path), $"is {found}; expected an object", "Check that this is the file that the format asks for");
    }

    /// <summary>
    /// The objects of a list, one at a time: the list is the file's root, or the named field of the object that is. Each record is valid
    /// until the next is asked for. Elements of another kind are faults.
    /// </summary>
    /// <param name="path">The file.</param>
    /// <param name="list">What to call the list in messages, and the field where the root is an object.</param>
    /// <param name="faults">Where to note what is wrong.</param>
    /// <param name="progress">Told the bytes read.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="LatException">The file cannot be read, is not JSON, or has no such list.</exception>
    public static IEnumerable<JsonRecord> Stream(
        string path, string list, ReadFaults faults, IProgress<ReadProgress>? progress = null, CancellationToken cancellation = default)
    {
        using var reader = OpenReader(path, list, faults);
        var activity = $"reading {Path.GetFileName(path)}";
        long index = 0;
        while (Next(reader, path, faults) is { } document)
        {
            using (document)
            {
                var place = new RecordPlace(path, list, index++);
                if (document.RootElement.ValueKind == JsonValueKind.Object)
                {
                    yield return new JsonRecord(document.RootElement, place, faults);
                }
                else
                {
                    faults.Add(place, $"is {JsonRecord.Describe(document.RootElement)}; expected an object", "Correct it, or download the file again");
                }
            }

            if (index % 4096 == 0)
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new ReadProgress(activity, reader.Position, reader.Length));
            }
        }
    }

    /// <summary>Reads the lists of the object at a file's root in one pass, in whatever order they stand.</summary>
    /// <exception cref="LatException">The file cannot be read, is not JSON, or lacks one of the lists.</exception>
    internal static void ReadRoot(
        string path, JsonRootContent content, ReadFaults faults, IProgress<ReadProgress>? progress, CancellationToken cancellation)
    {
        var activity = $"reading {Path.GetFileName(path)}";
        try
        {
            using var buffer = new JsonBuffer(path);
            new JsonRootReader(buffer, content, () =>
            {
                cancellation.ThrowIfCancellationRequested();
                progress?.Report(new ReadProgress(activity, buffer.Position, buffer.Length));
            }).Read();
        }
        catch (JsonException exception)
        {
            throw NotJson(path, exception, faults);
        }
        catch (InvalidDataException exception)
        {
            throw faults.Stop(new RecordPlace(path), exception.Message, "Check that this is the file that the format asks for");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Unreadable(path, exception, faults);
        }
    }

    private static JsonListReader OpenReader(string path, string list, ReadFaults faults)
    {
        try
        {
            return new JsonListReader(path, list);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw Unreadable(path, exception, faults);
        }
    }

    private static JsonDocument? Next(JsonListReader reader, string path, ReadFaults faults)
    {
        try
        {
            return reader.Next();
        }
        catch (JsonException exception)
        {
            throw NotJson(path, exception, faults);
        }
        catch (InvalidDataException exception)
        {
            throw faults.Stop(new RecordPlace(path), exception.Message, "Check that this is the file that the format asks for");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Unreadable(path, exception, faults);
        }
    }

    private static LatException NotJson(string path, JsonException exception, ReadFaults faults) => faults.Stop(
        new RecordPlace(path),
        FormattableString.Invariant($"is not JSON, at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}"),
        "NaN, Infinity, comments and trailing commas are no JSON; a file that was cut off is none either: download it again");

    private static LatException Unreadable(string path, Exception exception, ReadFaults faults) => faults.Stop(
        new RecordPlace(path), $"cannot be read: {exception.Message}", "Check the path and its permissions");
}
