using Lat.Core;

namespace Lat.Datasets;

/// <summary>The 23 classes that nuImages draws boxes for, in the order of its category table.</summary>
internal static class NuImagesClasses
{
    public static LabelSpace Space { get; } = new(
        "human.pedestrian.adult",
        "human.pedestrian.child",
        "human.pedestrian.wheelchair",
        "human.pedestrian.stroller",
        "human.pedestrian.personal_mobility",
        "human.pedestrian.police_officer",
        "human.pedestrian.construction_worker",
        "animal",
        "vehicle.car",
        "vehicle.motorcycle",
        "vehicle.bicycle",
        "vehicle.bus.bendy",
        "vehicle.bus.rigid",
        "vehicle.truck",
        "vehicle.construction",
        "vehicle.emergency.ambulance",
        "vehicle.emergency.police",
        "vehicle.trailer",
        "movable_object.barrier",
        "movable_object.trafficcone",
        "movable_object.pushable_pullable",
        "movable_object.debris",
        "static_object.bicycle_rack");

    /// <summary>Categories of surfaces, which have no boxes.</summary>
    public static bool IsSurface(string name) => name is "flat.driveable_surface" or "flat.drivable_surface" or "vehicle.ego";
}
