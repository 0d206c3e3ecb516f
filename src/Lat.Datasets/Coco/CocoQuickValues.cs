using System.Text.Json;

namespace Lat.Datasets;

/// <summary>
/// Values of a COCO file as they are usually written. Each method reads on from the name of a field; where the value is written otherwise,
/// valid or not, the answer is <see cref="ElementOutcome.Odd"/>.
/// </summary>
internal static class CocoQuickValues
{
    public static ElementOutcome Whole(ref Utf8JsonReader reader, out long value)
    {
        value = 0;
        return !reader.Read() ? ElementOutcome.Incomplete
            : reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out value) ? ElementOutcome.Read : ElementOutcome.Odd;
    }

    public static ElementOutcome Number(ref Utf8JsonReader reader, out double value)
    {
        value = 0;
        return !reader.Read() ? ElementOutcome.Incomplete
            : reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out value) && double.IsFinite(value) ? ElementOutcome.Read : ElementOutcome.Odd;
    }

    public static ElementOutcome Flag(ref Utf8JsonReader reader, out bool value)
    {
        var outcome = Whole(ref reader, out var number);
        value = number == 1;
        return outcome == ElementOutcome.Read && number is not (0 or 1) ? ElementOutcome.Odd : outcome;
    }

    public static ElementOutcome Text(ref Utf8JsonReader reader, out string value)
    {
        value = "";
        return !reader.Read() ? ElementOutcome.Incomplete
            : reader.TokenType == JsonTokenType.String && JsonText.TryGet(ref reader, out value) ? ElementOutcome.Read : ElementOutcome.Odd;
    }

    /// <summary>Four finite numbers in a list.</summary>
    public static ElementOutcome Four(ref Utf8JsonReader reader, out (double, double, double, double) values)
    {
        values = default;
        if (!reader.Read())
        {
            return ElementOutcome.Incomplete;
        }

        if (reader.TokenType != JsonTokenType.StartArray)
        {
            return ElementOutcome.Odd;
        }

        var outcome = Number(ref reader, out values.Item1);
        outcome = outcome == ElementOutcome.Read ? Number(ref reader, out values.Item2) : outcome;
        outcome = outcome == ElementOutcome.Read ? Number(ref reader, out values.Item3) : outcome;
        outcome = outcome == ElementOutcome.Read ? Number(ref reader, out values.Item4) : outcome;
        if (outcome != ElementOutcome.Read)
        {
            return outcome;
        }

        return !reader.Read() ? ElementOutcome.Incomplete : reader.TokenType == JsonTokenType.EndArray ? ElementOutcome.Read : ElementOutcome.Odd;
    }

    /// <summary>A value that is not needed.</summary>
    public static ElementOutcome Skip(ref Utf8JsonReader reader) =>
        reader.Read() && reader.TrySkip() ? ElementOutcome.Read : ElementOutcome.Incomplete;
}
