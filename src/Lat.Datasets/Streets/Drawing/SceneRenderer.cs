using Lat.Core;

namespace Lat.Datasets;

/// <summary>Draws street scenes, in plain arithmetic: the same scene gives the same bytes on every machine.</summary>
public static class SceneRenderer
{
    /// <summary>Draws a scene and finds where its objects are in it. Safe to call from many threads at once.</summary>
    public static RenderedScene Render(StreetScene scene)
    {
        using var canvas = new Canvas(scene.Size, scene.Objects.Count);
        var atmosphere = new Atmosphere(scene);
        var brush = new SceneBrush(canvas, scene.Camera, atmosphere);
        SkyPainter.Draw(canvas, scene, atmosphere);
        GroundPainter.Draw(brush, scene);
        DrawThings(brush, scene);
        canvas.Owner = 0;
        ForegroundPainter.Draw(canvas, scene);
        return new RenderedScene(ImageDeveloper.Develop(canvas, scene), ObjectFinder.Find(canvas, scene));
    }

    private static void DrawThings(SceneBrush brush, StreetScene scene)
    {
        var standing = scene.Objects.Where(item => item.MachineId is null).ToList();
        var frames = standing.Select(item => ObjectFrame.Of(scene.Camera, item)).ToList();
        var footprints = standing.Select((item, index) => Footprint.Of(frames[index], item.Length, item.Width)).ToList();
        foreach (var item in scene.Scenery)
        {
            frames.Add(FrameOf(scene.Camera, item));
            footprints.Add(Footprint.Of(frames[^1], item.Length, item.Width));
        }

        foreach (var index in PaintingOrder.Of(footprints))
        {
            var solid = new SolidBrush(brush, frames[index]);
            if (index < standing.Count)
            {
                DrawObject(solid, scene, standing[index]);
            }
            else
            {
                brush.Canvas.Owner = 0;
                var number = index - standing.Count;
                SceneryPainter.Draw(solid, scene.Scenery[number], scene.TextureSeed.Derive("scenery").Derive(number));
            }
        }
    }

    private static void DrawObject(SolidBrush brush, StreetScene scene, StreetObject item)
    {
        for (var number = 0; number < scene.Objects.Count; number++)
        {
            var part = scene.Objects[number];
            if (part.Id == item.Id || part.MachineId == item.Id)
            {
                brush.Scene.Canvas.Owner = number + 1;
                ObjectPainter.Draw(brush, part, item.Class);
            }
        }
    }

    private static ObjectFrame FrameOf(StreetCamera camera, SceneryItem item)
    {
        var (right, depth) = camera.ToCamera(item.X, item.Z);
        var (forwardRight, forwardDepth) = camera.ToCamera(0, 1);
        return new(right, depth, forwardRight, forwardDepth);
    }
}
