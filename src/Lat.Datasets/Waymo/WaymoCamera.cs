using Lat.Core;

namespace Lat.Datasets;

/// <summary>The five cameras of a Waymo vehicle, by the numbers of its records.</summary>
internal static class WaymoCamera
{
    /// <summary>The names of cameras 1 to 5.</summary>
    public static EquatableArray<string> Names { get; } = ["FRONT", "FRONT_LEFT", "FRONT_RIGHT", "SIDE_LEFT", "SIDE_RIGHT"];

    /// <summary>The name of a camera, or null where there is no such camera.</summary>
    public static string? NameOf(int camera) => camera >= 1 && camera <= Names.Count ? Names[camera - 1] : null;

    /// <summary>The number of a camera, or null where none has the name; some tables of version 2 name cameras instead of counting them.</summary>
    public static long? NumberOf(string name) => Names.Select((known, index) => (known, index)).FirstOrDefault(pair => pair.known == name) is { known: not null } found
        ? found.index + 1
        : null;

    /// <summary>The size of a camera's images, used only where neither a calibration nor an image says it.</summary>
    public static ImageSize NominalSizeOf(int camera) => camera <= 3 ? new ImageSize(1920, 1280) : new ImageSize(1920, 886);

    /// <summary>The image's name in the dataset; the same in both versions of the dataset.</summary>
    public static string ImageNameOf(string segment, long timestampMicros, int camera) =>
        FormattableString.Invariant($"{segment}/{timestampMicros:D16}_{NameOf(camera)}.jpg");

    public static FrameKey FrameOf(string segment, long timestampMicros, int camera) => new($"{segment}/{NameOf(camera)}", timestampMicros);
}
