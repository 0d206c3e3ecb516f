using Lat.Core;

namespace Lat.Datasets;

/// <summary>How a dataset's camera sees and where it drives: the domain gap between datasets. It says nothing of labels.</summary>
public sealed record StreetsLook
{
    /// <summary>Mean height of the camera above the road, in metres. Default 1.4.</summary>
    public double CameraHeight { get; init; } = 1.4;

    /// <summary>Focal length in widths of the image. Default 0.8 (64 degrees across).</summary>
    public double FocalLength { get; init; } = 0.8;

    /// <summary>Mean row of the horizon, in heights of the image from the top. Default 0.42.</summary>
    public double Horizon { get; init; } = 0.42;

    /// <summary>Gain of red, 1 for none. Default 1.</summary>
    public double RedGain { get; init; } = 1;

    /// <summary>Gain of green, 1 for none. Default 1.</summary>
    public double GreenGain { get; init; } = 1;

    /// <summary>Gain of blue, 1 for none. Default 1.</summary>
    public double BlueGain { get; init; } = 1;

    /// <summary>Saturation: 0 grey, 1 as painted. Default 1.</summary>
    public double Saturation { get; init; } = 1;

    /// <summary>Contrast about middle grey, 1 as painted. Default 1.</summary>
    public double Contrast { get; init; } = 1;

    /// <summary>Added to every channel, in grey levels. Default 0.</summary>
    public double Brightness { get; init; }

    /// <summary>Half the range of the sensor's noise, in grey levels. Default 6.</summary>
    public int Noise { get; init; } = 6;

    /// <summary>Whether the bonnet of the camera's own car shows at the bottom. Default false.</summary>
    public bool ShowsBonnet { get; init; }

    /// <summary>Share of the scenes with rain, in [0, 1]. Default 0.</summary>
    public double RainShare { get; init; }

    /// <summary>Share of the scenes with fog, in [0, 1]. Default 0.</summary>
    public double FogShare { get; init; }

    /// <summary>Share of the scenes at dusk, in [0, 1]. Default 0.</summary>
    public double DuskShare { get; init; }

    /// <summary>Colours of the roads, 0xRRGGBB; one is drawn for each scene.</summary>
    public EquatableArray<int> RoadColors { get; init; } = [0x6B6C6E];

    /// <summary>Colours of the houses, 0xRRGGBB.</summary>
    public EquatableArray<int> BuildingColors { get; init; } = [0xB8A58A];

    /// <summary>Share of trees among what stands along the street, in [0, 1]; the rest are houses. Default 0.4.</summary>
    public double GreenShare { get; init; } = 0.4;

    /// <summary>How often each class is drawn. A class that is absent never is.</summary>
    public EquatableArray<ClassShare> ClassMix { get; init; }
}
