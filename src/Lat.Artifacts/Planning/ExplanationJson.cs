using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Lat.Artifacts;

/// <summary>
/// An explanation for programs. `decision` is `reuse`, `run` or `run-if-input-changes`; a reason has a `kind` (<see cref="DifferenceKind"/> in
/// kebab-case), a `name`, `old` and `new` (null where there is none) and, for an input, the stage that made it; `causes` trace a stage that
/// waits to where it begins, by the chain of inputs.
/// </summary>
public static class ExplanationJson
{
    private static readonly JsonWriterOptions _options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>One JSON object, without an end-of-line after it.</returns>
    public static string Format(RunPlan plan)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, _options))
        {
            json.WriteStartObject();
            json.WriteString("experiment", plan.Graph.Name);
            foreach (var decision in Enum.GetValues<StageDecision>())
            {
                json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(decision.ToString()), plan.Count(decision));
            }

            json.WriteStartArray("stages");
            foreach (var stage in plan.Stages)
            {
                Write(json, plan, stage);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter json, RunPlan plan, PlannedStage stage)
    {
        json.WriteStartObject();
        json.WriteString("name", stage.Node.Name);
        json.WriteString("kind", stage.Node.Kind);
        json.WriteString("decision", Name(stage.Decision));
        json.WriteString("key", stage.Key?.Hex);
        json.WritePropertyName("lastSeconds");
        if (stage.LastSeconds is { } seconds)
        {
            json.WriteNumberValue(seconds);
        }
        else
        {
            json.WriteNullValue();
        }

        Write(json, stage.Node, stage.Reasons.ToList());
        json.WriteStartArray("causes");
        foreach (var cause in plan.CausesOf(stage.Node.Name).Where(cause => cause.Chain.Count > 1))
        {
            json.WriteStartObject();
            json.WriteStartArray("chain");
            foreach (var node in cause.Chain)
            {
                json.WriteStringValue(node);
            }

            json.WriteEndArray();
            Write(json, plan[cause.Chain[^1]].Node, cause.Reasons.ToList());
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, StageNode node, List<KeyDifference> reasons)
    {
        json.WriteStartArray("reasons");
        foreach (var reason in reasons)
        {
            json.WriteStartObject();
            json.WriteString("kind", Name(reason.Kind));
            json.WriteString("name", reason.Name);
            json.WriteString("old", reason.Old);
            json.WriteString("new", reason.New);
            if (Explainer.MakerOf(node, reason) is { } maker)
            {
                json.WriteString("madeBy", maker);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
