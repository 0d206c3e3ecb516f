using Lat.Core;

namespace Lat.Datasets;

/// <summary>An object together with its rider, if it has one, for the conventions that put one box around both.</summary>
internal readonly record struct MachineWithRider(StreetObject Machine, Box FullBox, Box? VisibleBox, double VisibleShare)
{
    /// <summary>Every object but riders, each joined with its own rider.</summary>
    public static IEnumerable<MachineWithRider> Of(RenderedScene scene)
    {
        foreach (var rendered in scene.Objects)
        {
            if (rendered.Item.MachineId is not null)
            {
                continue;
            }

            var rider = scene.Objects.FirstOrDefault(other => other.Item.MachineId == rendered.Item.Id);
            yield return rider is null
                ? new(rendered.Item, rendered.FullBox, rendered.VisibleBox, rendered.VisibleArea / rendered.FullArea)
                : new(
                    rendered.Item,
                    rendered.FullBox.Union(rider.FullBox),
                    Join(rendered.VisibleBox, rider.VisibleBox),
                    (rendered.VisibleArea + rider.VisibleArea) / (rendered.FullArea + rider.FullArea));
        }
    }

    private static Box? Join(Box? first, Box? second) => (first, second) switch
    {
        ({ } one, { } two) => one.Union(two),
        _ => first ?? second,
    };
}
