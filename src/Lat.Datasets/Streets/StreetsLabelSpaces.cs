using Lat.Core;

namespace Lat.Datasets;

/// <summary>The classes of the three spaces.</summary>
public static class StreetsLabelSpaces
{
    /// <summary>8 classes, as Cityscapes evaluates them. A tram is a train; vans, police cars and ambulances are cars.</summary>
    public static LabelSpace Mid { get; } = new("person", "rider", "car", "truck", "bus", "train", "motorcycle", "bicycle");

    /// <summary>
    /// 19 classes after nuImages: 17 of its own, and `vehicle.van` and `static_object.traffic_sign` that it lacks, so that one class of
    /// another space meets several of this one, and one meets none. Trams are unlabelled.
    /// </summary>
    public static LabelSpace Fine { get; } = new(
        "human.pedestrian.adult",
        "human.pedestrian.child",
        "human.pedestrian.police_officer",
        "human.pedestrian.construction_worker",
        "vehicle.car",
        "vehicle.van",
        "vehicle.truck",
        "vehicle.bus.rigid",
        "vehicle.bus.bendy",
        "vehicle.construction",
        "vehicle.emergency.police",
        "vehicle.emergency.ambulance",
        "vehicle.trailer",
        "vehicle.motorcycle",
        "vehicle.bicycle",
        "movable_object.barrier",
        "movable_object.trafficcone",
        "movable_object.pushable_pullable",
        "static_object.traffic_sign");

    /// <summary>3 classes, as Waymo's camera labels have them.</summary>
    public static LabelSpace Coarse { get; } = new("vehicle", "pedestrian", "cyclist");

    /// <summary>The label space of a Streets space.</summary>
    public static LabelSpace Of(StreetsSpace space) => space switch
    {
        StreetsSpace.Mid => Mid,
        StreetsSpace.Fine => Fine,
        StreetsSpace.Coarse => Coarse,
        _ => throw new ArgumentOutOfRangeException(nameof(space), space, null),
    };
}
