using System.Text.Json;

namespace Lat.Reports;

/// <summary>Reads what Label Studio exported as JSON. A task without an annotation was not reviewed and is passed over; of several the last counts.</summary>
internal static class LabelStudioReader
{
    public static EquatableArray<ReviewedImage> Read(string path)
    {
        using var document = Parse(path);
        if (document.RootElement.ValueKind != JsonValueKind.Array)
        {
            throw new LatException($"'{path}' is no list of tasks. Export the project as 'JSON' (not 'JSON-MIN').");
        }

        var faults = new ReviewFaults(path);
        var images = new List<ReviewedImage>();
        var number = 0;
        foreach (var task in document.RootElement.EnumerateArray())
        {
            if (ReadTask(task, FormattableString.Invariant($"task {++number}"), faults) is { } image)
            {
                images.Add(image);
            }
        }

        faults.ThrowIfAny();
        return images.ToEquatableArray();
    }

    private static ReviewedImage? ReadTask(JsonElement task, string place, ReviewFaults faults)
    {
        if (Member(task, "data", JsonValueKind.Object) is not { } data || Member(data, LabelStudioFormat.NameField, JsonValueKind.String) is not { } name)
        {
            faults.Add(place, "has no 'data.name', the name that `lat review` gave the image. Export the project as 'JSON' (not 'JSON-MIN')");
            return null;
        }

        if (Member(task, "annotations", JsonValueKind.Array) is not { } annotations)
        {
            faults.Add(place, "has no list 'annotations'. Export the project as 'JSON' (not 'JSON-MIN')");
            return null;
        }

        var done = annotations.EnumerateArray().Where(annotation => !(annotation.ValueKind == JsonValueKind.Object && annotation.TryGetProperty("was_cancelled", out var cancelled) && cancelled.ValueKind == JsonValueKind.True)).ToList();
        if (done.Count == 0)
        {
            return null;
        }

        if (Member(done[^1], "result", JsonValueKind.Array) is not { } results)
        {
            faults.Add(place, "has an annotation without the list 'result'");
            return null;
        }

        var boxes = new List<(Box, string)>();
        var index = 0;
        foreach (var result in results.EnumerateArray())
        {
            if (ReadBox(result, FormattableString.Invariant($"{place}, result {++index}"), faults) is { } box)
            {
                boxes.Add(box);
            }
        }

        return new ReviewedImage(name.GetString()!, boxes.ToEquatableArray()) { Place = place };
    }

    private static (Box Box, string ClassName)? ReadBox(JsonElement result, string place, ReviewFaults faults)
    {
        var type = Member(result, "type", JsonValueKind.String)?.GetString();
        if (type != "rectanglelabels")
        {
            faults.Add(place, $"is {(type is null ? "without a 'type'" : $"a '{type}'")}; expected 'rectanglelabels'. Draw a rectangle in its place, or delete it");
            return null;
        }

        var (width, height) = (Number(result, "original_width"), Number(result, "original_height"));
        if (!(width > 0 && height > 0))
        {
            faults.Add(place, "has no 'original_width' and 'original_height' above 0, by which its percents become pixels");
            return null;
        }

        if (Member(result, "value", JsonValueKind.Object) is not { } value
            || (Number(value, "x"), Number(value, "y"), Number(value, "width"), Number(value, "height")) is not ({ } x, { } y, { } w, { } h))
        {
            faults.Add(place, "has no 'value' with the numbers x, y, width and height");
            return null;
        }

        if (Number(value, "rotation") is { } turned and not 0)
        {
            faults.Add(place, FormattableString.Invariant($"is turned by {turned} degrees; Lat has upright boxes only. Turn it back"));
            return null;
        }

        var labels = Member(value, "rectanglelabels", JsonValueKind.Array)?.EnumerateArray().ToList() ?? [];
        if (labels.Count != 1 || labels[0].ValueKind != JsonValueKind.String)
        {
            faults.Add(place, FormattableString.Invariant($"has {labels.Count} labels; expected one"));
            return null;
        }

        var (x1, y1, x2, y2) = (x * width.Value / 100, y * height.Value / 100, (x + w) * width.Value / 100, (y + h) * height.Value / 100);
        if (!Box.IsValid(x1, y1, x2, y2))
        {
            faults.Add(place, FormattableString.Invariant($"is ({x1}, {y1}, {x2}, {y2}). {Box.ValidValues}"));
            return null;
        }

        return (new Box(x1, y1, x2, y2), labels[0].GetString()!);
    }

    private static JsonElement? Member(JsonElement element, string name, JsonValueKind kind) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == kind ? member : null;

    private static double? Number(JsonElement element, string name) =>
        Member(element, name, JsonValueKind.Number) is { } member && member.TryGetDouble(out var number) && double.IsFinite(number) ? number : null;

    private static JsonDocument Parse(string path)
    {
        try
        {
            return JsonDocument.Parse(ReviewFaults.ReadText(path));
        }
        catch (JsonException fault)
        {
            throw new LatException($"'{path}' is not JSON: {fault.Message} Export the project as 'JSON' and give that file.", fault);
        }
    }
}
