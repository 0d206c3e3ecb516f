using Lat.Core;

namespace Lat.Datasets.Tests;

/// <summary>Small valid things to test with.</summary>
internal static class Some
{
    public static AnnotationSet Annotations() => new(
        new LabelSpace("car", "person"),
        [
            new AnnotatedImage("a.png", new ImageSize(100, 80),
            [
                new Annotation(new Box(1.5, 2.25, 30, 40), 0),
                new Annotation(new Box(0.1, 0.2, 0.30000000000000004, 79.999), 1)
                {
                    Confidence = 0.1 + 0.2, Origin = AnnotationOrigin.Transferred, SourceIndex = 0, ObjectId = 7, Area = 12.5,
                },
            ]),
            new AnnotatedImage("empty.png", new ImageSize(5, 6), []),
            new AnnotatedImage("ünïcode/b.png", new ImageSize(640, 480),
            [
                new Annotation(new Box(0, 0, 640, 480), 1) { IsCrowd = true },
                new Annotation(new Box(5, 5, 5, 9), 0) { IsIgnored = true, Origin = AnnotationOrigin.PseudoLabel, SourceIndex = 3 },
            ]),
        ]);

    public static DetectionSet Detections() => new(
        new LabelSpace("car", "person"),
        [
            new ImageDetections("a.png", new ImageSize(100, 80),
            [
                new Detection(new Box(1.5, 2, 30, 40), 0, 0.9) { ClassScores = [0.9f, 0.05f] },
                new Detection(new Box(3, 2, 30, 47), 1, 1.0 / 3),
            ]),
            new ImageDetections("empty.png", new ImageSize(5, 6), []),
            new ImageDetections(
                "ünïcode/b.png", new ImageSize(640, 480), [new Detection(new Box(7, 8, 9, 10), 1, 0.2) { ClassScores = [0.1f, 0.2f] }]),
        ]);

    /// <summary>A scene on an empty street by day: the camera 1.5 m up, looking straight ahead at 256x192.</summary>
    public static StreetScene Scene(params IEnumerable<StreetObject> objects)
    {
        var look = new StreetsLook { Noise = 0 };
        return new StreetScene(
            new ImageSize(256, 192),
            look,
            new StreetCamera(1.5, 205, 128, 80, Heading.Away),
            new StreetLayout(-6, 4, 3, -1.7, null, null, null, 0x666666, 0x999999, 0x778866),
            Weather.Clear,
            Lighting.Day,
            objects.ToEquatableArray(),
            [],
            new Seed(5));
    }

    /// <summary>An object that is seen from its right side, or facing as said.</summary>
    public static StreetObject Object(
        int ordinal, StreetClass streetClass, double x, double z, double length, double width, double height, Heading? heading = null) =>
        new(StreetObjectId.OfObject(ordinal), streetClass, x, z, heading ?? Heading.Towards(1, 0), length, width, height) { Color = 0xAA3322, Accent = 0x2244AA };

    public static StreetObject Car(int ordinal, double x, double z) => Object(ordinal, StreetClass.Car, x, z, 4.4, 1.8, 1.45);

    public static StreetObject Bicycle(int ordinal, double x, double z) => Object(ordinal, StreetClass.Bicycle, x, z, 1.75, 0.6, 1.05);

    public static StreetObject[] Ridden(StreetObject machine) =>
    [
        machine with { IsRidden = true },
        machine with { Id = StreetObjectId.OfRiderOn(machine.Id), Class = StreetClass.Rider, MachineId = machine.Id, Height = 1.75 },
    ];
}
