using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Lat.Evaluation;

/// <summary>
/// How measurements are written as JSON, everywhere alike: camel case, properties in the order of the record, absent numbers as null,
/// names and hashes as text, seeds as text (a JSON number above 2^53 loses digits in many readers). The same record always gives the same
/// bytes.
/// </summary>
public static class EvaluationJson
{
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            WriteIndented = true,
            NewLine = "\n",
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectRequiredConstructorParameters = true,
            RespectNullableAnnotations = true,
            Converters =
            {
                new AbsentNumberConverter(),
                new EquatableArrayConverterFactory(),
                new TextValueConverter<ClassName>(text => new ClassName(text), name => name.Value),
                new TextValueConverter<DatasetName>(text => new DatasetName(text), name => name.Value),
                new TextValueConverter<MetricName>(text => new MetricName(text), name => name.Value),
                new TextValueConverter<ContentHash>(ContentHash.Parse, hash => hash.Hex),
                new TextValueConverter<Seed>(
                    text => new Seed(ulong.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture)), seed => seed.ToString()),
                new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false),
            },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }
}
