using System.Text.Json;

namespace Lat.Datasets;

/// <summary>Reads the tables of a meta file, each an object from the ids of instances to values.</summary>
internal static class SynscapesTable
{
    /// <summary>The numbers of a table by instance; a value of another kind is a fault.</summary>
    public static Dictionary<string, double> Numbers(JsonRecord instances, string name, bool isRequired)
    {
        var numbers = new Dictionary<string, double>(StringComparer.Ordinal);
        if ((!isRequired && !instances.Has(name)) || instances.Child(name) is not { } table)
        {
            return numbers;
        }

        foreach (var property in table.Json.EnumerateObject())
        {
            if (NameOf(property) is { } id && JsonRecord.TryNumber(property.Value, out var number))
            {
                if (!numbers.TryAdd(id, number))
                {
                    instances.Faults.Add(table.Place.At(id), "stands twice", "Download the file again");
                }
            }
            else
            {
                instances.Faults.Add(table.Place, $"has {JsonRecord.Describe(property.Value)}; expected a number", "Download the file again");
            }
        }

        return numbers;
    }

    /// <summary>The name of a property; null where its bytes are no text.</summary>
    public static string? NameOf(JsonProperty property)
    {
        try
        {
            return property.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
