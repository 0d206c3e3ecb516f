using System.Text.Json;

namespace Lat.Evaluation;

/// <summary>Opens a JSON file for streaming, and says so where it cannot be read or is none.</summary>
internal static class EvaluationFile
{
    /// <summary>Makes something of the tokens of a file.</summary>
    public delegate T Parse<T>(JsonTokens tokens);

    /// <exception cref="LatException">The file cannot be read, or is not JSON.</exception>
    public static T Read<T>(string path, Parse<T> parse)
    {
        try
        {
            // The tokens have their own blocks; a second buffer in the stream would only copy.
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0, FileOptions.SequentialScan);
            return parse(new JsonTokens(stream));
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
