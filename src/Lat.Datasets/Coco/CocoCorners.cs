using System.Text.Json;
using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// COCO's `bbox` holds a size, not a maximum, and minimum + size is not always the maximum to the last bit. Where it is not, Lat writes
/// `corners`: [x1, y1, x2, y2] beside it, which other tools pass over.
/// </summary>
internal static class CocoCorners
{
    private const string Field = "corners";

    /// <summary>Beyond this part of a pixel someone has edited `bbox`, and it counts.</summary>
    private const double Tolerance = 1e-6;

    public static void Write(Utf8JsonWriter json, Box box)
    {
        if (box.X1 + box.Width == box.X2 && box.Y1 + box.Height == box.Y2)
        {
            return;
        }

        json.WriteStartArray(Field);
        json.WriteNumberValue(box.X1);
        json.WriteNumberValue(box.Y1);
        json.WriteNumberValue(box.X2);
        json.WriteNumberValue(box.Y2);
        json.WriteEndArray();
    }

    /// <summary>The box with the corners of the annotation, where it has them and they are those of the box.</summary>
    public static RawBox Refine(JsonElement annotation, RawBox box)
    {
        if (!JsonFields.TryGet(annotation, Field, out var list) || list.ValueKind != JsonValueKind.Array || list.GetArrayLength() != 4)
        {
            return box;
        }

        Span<double> corners = stackalloc double[4];
        for (var index = 0; index < 4; index++)
        {
            if (!JsonRecord.TryNumber(list[index], out corners[index]))
            {
                return box;
            }
        }

        var isSame = Math.Abs(corners[0] - box.X1) <= Tolerance && Math.Abs(corners[1] - box.Y1) <= Tolerance
            && Math.Abs(corners[2] - box.X2) <= Tolerance && Math.Abs(corners[3] - box.Y2) <= Tolerance;
        return isSame && corners[0] <= corners[2] && corners[1] <= corners[3] ? new RawBox(corners[0], corners[1], corners[2], corners[3]) : box;
    }
}
