using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// The built-in looks. Their class mixes raise what is rare on real streets, so that every class can be learnt from a few hundred images.
/// </summary>
public static class StreetsLooks
{
    /// <summary>The look behind a name.</summary>
    public static StreetsLook Of(StreetsLookName name) => name switch
    {
        StreetsLookName.Mid => Mid,
        StreetsLookName.Fine => Fine,
        StreetsLookName.Coarse => Coarse,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, null),
    };

    /// <summary>A low camera behind the windscreen, cool and contrasty, in old towns.</summary>
    public static StreetsLook Mid { get; } = new()
    {
        CameraHeight = 1.3,
        FocalLength = 0.86,
        Horizon = 0.41,
        RedGain = 0.98,
        GreenGain = 1.0,
        BlueGain = 1.01,
        Saturation = 0.97,
        Contrast = 1.04,
        Brightness = -3,
        Noise = 5,
        ShowsBonnet = true,
        RainShare = 0.08,
        FogShare = 0.08,
        DuskShare = 0.06,
        RoadColors = [0x5F6266, 0x6A6C70, 0x55585C],
        BuildingColors = [0xB9A58C, 0xC8B99E, 0x9C8574, 0xA9A39A, 0xD3CBB8, 0x8C7466],
        GreenShare = 0.4,
        ClassMix =
        [
            new(StreetClass.Car, 17), new(StreetClass.Van, 4), new(StreetClass.PoliceCar, 2), new(StreetClass.Truck, 9),
            new(StreetClass.BusRigid, 5), new(StreetClass.BusBendy, 4), new(StreetClass.Tram, 8), new(StreetClass.Trailer, 2),
            new(StreetClass.Motorcycle, 10), new(StreetClass.Bicycle, 13), new(StreetClass.Adult, 15), new(StreetClass.Child, 4),
            new(StreetClass.PoliceOfficer, 2), new(StreetClass.ConstructionWorker, 2), new(StreetClass.ConstructionVehicle, 1),
            new(StreetClass.Ambulance, 1), new(StreetClass.TrafficCone, 2), new(StreetClass.Barrier, 2),
            new(StreetClass.WheeledBin, 1), new(StreetClass.TrafficSign, 3),
        ],
    };

    /// <summary>A wide camera, warm and grainy, by day, in rain and at dusk.</summary>
    public static StreetsLook Fine { get; } = new()
    {
        CameraHeight = 1.5,
        FocalLength = 0.8,
        Horizon = 0.43,
        RedGain = 1.02,
        GreenGain = 1.0,
        BlueGain = 0.97,
        Saturation = 1.04,
        Contrast = 1.0,
        Brightness = 1,
        Noise = 6,
        RainShare = 0.12,
        FogShare = 0.05,
        DuskShare = 0.1,
        RoadColors = [0x77736D, 0x817C74, 0x68655F, 0x8A847A],
        BuildingColors = [0xC79A72, 0xB4B7B8, 0xD9C7A6, 0xA06B54, 0x8E9AA3, 0xCFCFC6],
        GreenShare = 0.5,
        ClassMix =
        [
            new(StreetClass.Car, 9), new(StreetClass.Van, 6), new(StreetClass.PoliceCar, 5), new(StreetClass.Truck, 6),
            new(StreetClass.BusRigid, 5), new(StreetClass.BusBendy, 5), new(StreetClass.Tram, 3), new(StreetClass.Trailer, 5),
            new(StreetClass.Motorcycle, 6), new(StreetClass.Bicycle, 8), new(StreetClass.Adult, 8), new(StreetClass.Child, 6),
            new(StreetClass.PoliceOfficer, 6), new(StreetClass.ConstructionWorker, 6), new(StreetClass.ConstructionVehicle, 5),
            new(StreetClass.Ambulance, 5), new(StreetClass.TrafficCone, 6), new(StreetClass.Barrier, 5),
            new(StreetClass.WheeledBin, 6), new(StreetClass.TrafficSign, 6),
        ],
    };

    /// <summary>A camera on the roof, pale, in broad suburbs.</summary>
    public static StreetsLook Coarse { get; } = new()
    {
        CameraHeight = 1.7,
        FocalLength = 0.88,
        Horizon = 0.39,
        RedGain = 1.01,
        GreenGain = 1.01,
        BlueGain = 1.0,
        Saturation = 0.9,
        Contrast = 0.97,
        Brightness = 3,
        Noise = 5,
        RainShare = 0.06,
        FogShare = 0.08,
        DuskShare = 0.08,
        RoadColors = [0x8B8B8B, 0x97958F, 0x7E7F82],
        BuildingColors = [0xD8CDB8, 0xC2B3A0, 0xE2DED3, 0xB9C0C4, 0xCBB79B],
        GreenShare = 0.6,
        ClassMix =
        [
            new(StreetClass.Car, 20), new(StreetClass.Van, 6), new(StreetClass.PoliceCar, 3), new(StreetClass.Truck, 8),
            new(StreetClass.BusRigid, 5), new(StreetClass.BusBendy, 3), new(StreetClass.Tram, 4), new(StreetClass.Trailer, 3),
            new(StreetClass.Motorcycle, 7), new(StreetClass.Bicycle, 18), new(StreetClass.Adult, 15), new(StreetClass.Child, 5),
            new(StreetClass.PoliceOfficer, 2), new(StreetClass.ConstructionWorker, 3), new(StreetClass.ConstructionVehicle, 2),
            new(StreetClass.Ambulance, 2), new(StreetClass.TrafficCone, 3), new(StreetClass.Barrier, 2),
            new(StreetClass.WheeledBin, 2), new(StreetClass.TrafficSign, 3),
        ],
    };
}
