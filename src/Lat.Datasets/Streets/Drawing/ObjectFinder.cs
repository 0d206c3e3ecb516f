using Lat.Core;

namespace Lat.Datasets;

/// <summary>Finds, on a finished canvas, the full and the visible extent of every object.</summary>
internal static class ObjectFinder
{
    public static EquatableArray<RenderedObject> Find(Canvas canvas, StreetScene scene)
    {
        var visible = new ObjectTrace[scene.Objects.Count + 1];
        for (var y = 0; y < canvas.Height; y++)
        {
            var owners = canvas.OwnerRow(y);
            for (var from = 0; from < owners.Length;)
            {
                var owner = owners[from];
                var run = owners[from..].IndexOfAnyExcept(owner);
                var to = run < 0 ? owners.Length : from + run;
                if (owner != 0)
                {
                    visible[owner].Cover(y, from, to, to - from);
                }

                from = to;
            }
        }

        var found = new List<RenderedObject>(scene.Objects.Count);
        for (var number = 1; number <= scene.Objects.Count; number++)
        {
            var (full, seen) = (canvas.TraceOf(number), visible[number]);
            if (full.Count > 0)
            {
                found.Add(new RenderedObject(
                    scene.Objects[number - 1], ToBox(full), seen.Count > 0 ? ToBox(seen) : null, ToArea(full), ToArea(seen)));
            }
        }

        return found.ToEquatableArray();
    }

    private static Box ToBox(ObjectTrace trace) => new(
        (double)trace.Left / Canvas.Fineness,
        (double)trace.Top / Canvas.Fineness,
        (double)trace.Right / Canvas.Fineness,
        (double)trace.Bottom / Canvas.Fineness);

    private static double ToArea(ObjectTrace trace) => (double)trace.Count / (Canvas.Fineness * Canvas.Fineness);
}
