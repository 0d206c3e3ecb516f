using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lat.Detection;

/// <summary>How the records of this project are written as JSON: camel case, enums by name, unknown keys refused.</summary>
internal static class DetectionJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        WriteIndented = true,
        IndentSize = 2,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false), new EquatableArrayConverterFactory() },
    };
}
