using System.Text.Json;

namespace Lat.Evaluation;

/// <summary>Reads the records of a list of boxes, notes what is wrong with them, and passes over every other field.</summary>
internal static class BoxRecordReader
{
    /// <summary>Reads the record that the current token begins; false where it has a fault.</summary>
    public static bool Read(ref JsonTokens tokens, string list, int index, bool isResult, EvaluationFileFaults faults, out BoxRecord record)
    {
        record = default;
        var before = faults.Count;
        if (tokens.Type != JsonTokenType.StartObject)
        {
            faults.Add(list, index, $"is {tokens.Describe()}; expected an object");
            tokens.Skip();
            return false;
        }

        while (tokens.Read() && tokens.Type != JsonTokenType.EndObject)
        {
            ReadField(ref tokens, list, index, isResult, faults, ref record);
        }

        Require(record.Image is not null, "image_id", "a whole number or a text");
        Require(record.Category is not null, "category_id", "a whole number or a text");
        Require(record.HasBox, "bbox", "[x, y, width, height]");
        Require(!isResult || record.Score is not null, "score", "a finite number");
        return faults.Count == before;

        void Require(bool isThere, string field, string expected)
        {
            if (!isThere && faults.Count == before)
            {
                faults.Add(list, index, $"has no '{field}'; expected {expected}");
            }
        }
    }

    private static void ReadField(
        ref JsonTokens tokens, string list, int index, bool isResult, EvaluationFileFaults faults, ref BoxRecord record)
    {
        if (tokens.NameIs("image_id"u8))
        {
            record.Image = Id(ref tokens, "image_id", list, index, faults);
        }
        else if (tokens.NameIs("category_id"u8))
        {
            record.Category = Id(ref tokens, "category_id", list, index, faults);
        }
        else if (tokens.NameIs("bbox"u8))
        {
            record.HasBox = Box(ref tokens, list, index, faults, ref record);
        }
        else if (isResult && tokens.NameIs("score"u8))
        {
            record.Score = Number(ref tokens, "score", list, index, faults);
        }
        else if (!isResult && tokens.NameIs("id"u8))
        {
            record.Id = Id(ref tokens, "id", list, index, faults);
        }
        else if (!isResult && tokens.NameIs("area"u8))
        {
            record.Area = Number(ref tokens, "area", list, index, faults);
        }
        else if (!isResult && tokens.NameIs("iscrowd"u8))
        {
            record.IsCrowd = Flag(ref tokens, "iscrowd", list, index, faults);
        }
        else if (!isResult && tokens.NameIs("ignore"u8))
        {
            record.IsIgnored = Flag(ref tokens, "ignore", list, index, faults);
        }
        else
        {
            tokens.Read();
            tokens.Skip();
        }
    }

    internal static CocoId? Id(ref JsonTokens tokens, string field, string list, int index, EvaluationFileFaults faults)
    {
        tokens.Read();
        if (tokens.TryId(out var id))
        {
            return id;
        }

        Mismatch(ref tokens, field, "a whole number or a text", list, index, faults);
        return null;
    }

    private static double? Number(ref JsonTokens tokens, string field, string list, int index, EvaluationFileFaults faults)
    {
        tokens.Read();
        if (tokens.TryNumber(out var number))
        {
            return number;
        }

        // The official tools write a missing area or score as null now and then; that is as good as no field.
        if (tokens.Type != JsonTokenType.Null)
        {
            Mismatch(ref tokens, field, "a finite number", list, index, faults);
        }

        return null;
    }

    private static bool Flag(ref JsonTokens tokens, string field, string list, int index, EvaluationFileFaults faults)
    {
        tokens.Read();
        if (tokens.Type is JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null)
        {
            return tokens.Type == JsonTokenType.True;
        }

        if (tokens.TryNumber(out var number) && number is 0 or 1)
        {
            return number == 1;
        }

        Mismatch(ref tokens, field, "0 or 1", list, index, faults);
        return false;
    }

    private static bool Box(ref JsonTokens tokens, string list, int index, EvaluationFileFaults faults, ref BoxRecord record)
    {
        Span<double> numbers = stackalloc double[4];
        tokens.Read();
        var count = 0;
        if (tokens.Type == JsonTokenType.StartArray)
        {
            while (tokens.Read() && tokens.Type != JsonTokenType.EndArray)
            {
                count = count < 4 && tokens.TryNumber(out numbers[count]) ? count + 1 : 5;
                tokens.Skip();
            }
        }
        else
        {
            tokens.Skip();
        }

        if (count != 4 || !double.IsFinite(numbers[0] + numbers[2]) || !double.IsFinite(numbers[1] + numbers[3]))
        {
            faults.Add(list, index, "'bbox' is not four finite numbers, [x, y, width, height]");
            return false;
        }

        if (numbers[2] < 0 || numbers[3] < 0)
        {
            faults.Add(list, index, FormattableString.Invariant($"'bbox' is {numbers[2]} wide and {numbers[3]} high; neither may be negative"));
            return false;
        }

        (record.X, record.Y, record.Width, record.Height) = (numbers[0], numbers[1], numbers[2], numbers[3]);
        return true;
    }

    private static void Mismatch(ref JsonTokens tokens, string field, string expected, string list, int index, EvaluationFileFaults faults)
    {
        faults.Add(list, index, $"'{field}' is {tokens.Describe()}; expected {expected}");
        tokens.Skip();
    }
}
