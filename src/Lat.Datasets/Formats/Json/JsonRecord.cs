using System.Text.Json;

namespace Lat.Datasets;

/// <summary>
/// One object of a JSON file and where it stands; reads fields, and notes what is wrong with them. Valid until the stream that it came from
/// moves on.
/// </summary>
public readonly record struct JsonRecord(JsonElement Json, RecordPlace Place, ReadFaults Faults)
{
    private const string Repair = "Correct it, or download the file again";

    public bool Has(string name) => JsonFields.TryGet(Json, name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>A text; a fault and null where there is none.</summary>
    public string? Text(string name)
    {
        if (JsonFields.TryGet(Json, name, out var value) && value.ValueKind == JsonValueKind.String)
        {
            try
            {
                return value.GetString();
            }
            catch (InvalidOperationException)
            {
                // Half a surrogate pair is a JSON text, but no Unicode text.
            }
        }

        Mismatch(name, "a text");
        return null;
    }

    /// <summary>A finite number; a fault and null where there is none.</summary>
    public double? Number(string name)
    {
        if (JsonFields.TryGet(Json, name, out var value) && TryNumber(value, out var number))
        {
            return number;
        }

        Mismatch(name, "a finite number");
        return null;
    }

    /// <summary>A whole number, `3.0` included; a fault and null where there is none.</summary>
    public long? Whole(string name)
    {
        if (JsonFields.TryGet(Json, name, out var value) && value.ValueKind == JsonValueKind.Number)
        {
            if (value.TryGetInt64(out var whole))
            {
                return whole;
            }

            if (TryNumber(value, out var number) && number == Math.Floor(number) && Math.Abs(number) < 1e15)
            {
                return (long)number;
            }
        }

        Mismatch(name, "a whole number");
        return null;
    }

    /// <summary>0 or 1, or false or true; false where it is missing or null.</summary>
    public bool Flag(string name)
    {
        if (!Has(name))
        {
            return false;
        }

        var value = Json.GetProperty(name);
        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        if (TryNumber(value, out var number) && number is 0 or 1)
        {
            return number == 1;
        }

        Mismatch(name, "0 or 1, or false or true");
        return false;
    }

    /// <summary>An object; a fault and null where there is none.</summary>
    public JsonRecord? Child(string name)
    {
        if (JsonFields.TryGet(Json, name, out var value) && value.ValueKind == JsonValueKind.Object)
        {
            return new JsonRecord(value, Place.At(name), Faults);
        }

        Mismatch(name, "an object");
        return null;
    }

    /// <summary>The elements of a list, of whatever kind; a fault and none where there is no list.</summary>
    public JsonElement? List(string name)
    {
        if (JsonFields.TryGet(Json, name, out var value) && value.ValueKind == JsonValueKind.Array)
        {
            return value;
        }

        Mismatch(name, "a list");
        return null;
    }

    /// <summary>The objects of a list; each element of another kind is a fault, as is a missing list unless it may be missing.</summary>
    public IEnumerable<JsonRecord> Objects(string name, bool isRequired = true)
    {
        if ((!isRequired && !Has(name)) || List(name) is not { } list)
        {
            yield break;
        }

        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var place = Place with { Field = FormattableString.Invariant($"{Place.At(name).Field}[{index++}]") };
            if (item.ValueKind == JsonValueKind.Object)
            {
                yield return new JsonRecord(item, place, Faults);
            }
            else
            {
                Faults.Add(place, $"is {Describe(item)}; expected an object", Repair);
            }
        }
    }

    /// <summary>A list of exactly so many finite numbers; a fault and null otherwise.</summary>
    public double[]? Numbers(string name, int count, string meaning)
    {
        if (JsonFields.TryGet(Json, name, out var value) && value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == count)
        {
            var numbers = new double[count];
            var index = 0;
            foreach (var item in value.EnumerateArray())
            {
                if (!TryNumber(item, out numbers[index++]))
                {
                    break;
                }

                if (index == count)
                {
                    return numbers;
                }
            }
        }

        Mismatch(name, FormattableString.Invariant($"{count} finite numbers, {meaning}"));
        return null;
    }

    /// <summary>Notes that a field is missing or of another kind than expected.</summary>
    public void Mismatch(string name, string expected) => Faults.Add(
        Place.At(name), JsonFields.TryGet(Json, name, out var value) ? $"is {Describe(value)}; expected {expected}" : $"is missing; expected {expected}", Repair);

    /// <summary>A value as the file has it, cut to 60 characters.</summary>
    public static string Describe(JsonElement value) => JsonFields.Describe(value);

    /// <summary>Whether a value is a finite number.</summary>
    public static bool TryNumber(JsonElement value, out double number)
    {
        number = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out number) && double.IsFinite(number);
    }
}
