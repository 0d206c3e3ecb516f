using System.Text.Json;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>Opens JSON files, and says so where they are none.</summary>
internal static class CocoJson
{
    /// <exception cref="LatException">The file cannot be read, or is not JSON.</exception>
    public static JsonDocument Open(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
            return JsonDocument.Parse(stream);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LatException($"Cannot read '{path}': {exception.Message}", exception);
        }
        catch (JsonException exception)
        {
            throw new LatException(
                FormattableString.Invariant(
                    $"'{path}' is not JSON, at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}: ")
                + "NaN, Infinity, comments and trailing commas are no JSON; a file that was cut off is none either.",
                exception);
        }
    }
}
