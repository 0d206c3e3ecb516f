using System.Text.Json;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>One object of a COCO file and where it stands in it; reads fields and notes what is wrong with them.</summary>
internal readonly record struct CocoElement(JsonElement Json, string Place, CocoFaults Faults)
{
    /// <summary>The objects of a list; a list that is missing or of another kind is a fault if it is required.</summary>
    public IEnumerable<CocoElement> List(string name, bool isRequired)
    {
        if (!JsonFields.TryGet(Json, name, out var list))
        {
            if (isRequired)
            {
                Faults.Add(Place, $"has no '{name}'; expected a list");
            }

            return [];
        }

        if (list.ValueKind != JsonValueKind.Array)
        {
            Faults.Add(name, $"is {Describe(list)}; expected a list");
            return [];
        }

        return ListOf(list, name, Faults);
    }

    /// <summary>The elements of a list that are objects; each other one is a fault.</summary>
    public static IEnumerable<CocoElement> ListOf(JsonElement list, string name, CocoFaults faults)
    {
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var place = FormattableString.Invariant($"{name}[{index++}]");
            if (item.ValueKind == JsonValueKind.Object)
            {
                yield return new CocoElement(item, place, faults);
            }
            else
            {
                faults.Add(place, $"is {Describe(item)}; expected an object");
            }
        }
    }

    public bool Has(string name) => JsonFields.TryGet(Json, name, out var value) && value.ValueKind != JsonValueKind.Null;

    /// <summary>A whole number; a fault and null where there is none.</summary>
    public long? Id(string name)
    {
        if (!Has(name))
        {
            Faults.Add(Place, $"has no '{name}'; expected a whole number");
            return null;
        }

        var value = Json.GetProperty(name);
        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var id))
        {
            return id;
        }

        if (IsFinite(value, out var number) && number == Math.Floor(number) && Math.Abs(number) < 1e15)
        {
            return (long)number;
        }

        Faults.Add(Place, $"'{name}' is {Describe(value)}; expected a whole number");
        return null;
    }

    /// <summary>A finite number; a fault and null where there is none.</summary>
    public double? Number(string name)
    {
        if (Has(name) && IsFinite(Json.GetProperty(name), out var number))
        {
            return number;
        }

        AddMismatch(name, "a finite number");
        return null;
    }

    /// <summary>0 or 1, or false or true; false where it is missing.</summary>
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

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) && number is 0 or 1)
        {
            return number == 1;
        }

        Faults.Add(Place, $"'{name}' is {Describe(value)}; expected 0 or 1");
        return false;
    }

    public string? Text(string name)
    {
        if (Has(name) && Json.GetProperty(name) is { ValueKind: JsonValueKind.String } value)
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

        AddMismatch(name, "a text");
        return null;
    }

    /// <summary>`bbox`: x, y, width, height in pixels.</summary>
    public Box? BoundingBox()
    {
        if (!Has("bbox"))
        {
            Faults.Add(Place, "has no 'bbox'; expected [x, y, width, height]");
            return null;
        }

        var value = Json.GetProperty("bbox");
        var numbers = new double[4];
        var isValid = value.ValueKind == JsonValueKind.Array && value.GetArrayLength() == 4;
        for (var index = 0; isValid && index < 4; index++)
        {
            isValid = IsFinite(value[index], out numbers[index]);
        }

        if (!isValid || !double.IsFinite(numbers[0] + numbers[2]) || !double.IsFinite(numbers[1] + numbers[3]))
        {
            Faults.Add(Place, $"'bbox' is {Describe(value)}; expected four finite numbers, [x, y, width, height]");
            return null;
        }

        if (numbers[2] < 0 || numbers[3] < 0)
        {
            Faults.Add(Place, $"'bbox' is {Describe(value)}; width and height must not be negative");
            return null;
        }

        var box = CocoCorners.Refine(Json, RawBox.FromXywh(numbers[0], numbers[1], numbers[2], numbers[3]));
        return new Box(box.X1, box.Y1, box.X2, box.Y2);
    }

    private void AddMismatch(string name, string expected) => Faults.Add(
        Place, Has(name) ? $"'{name}' is {Describe(Json.GetProperty(name))}; expected {expected}" : $"has no '{name}'; expected {expected}");

    public static string Describe(JsonElement value) => JsonFields.Describe(value);

    private static bool IsFinite(JsonElement value, out double number)
    {
        number = 0;
        return value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out number) && double.IsFinite(number);
    }
}
