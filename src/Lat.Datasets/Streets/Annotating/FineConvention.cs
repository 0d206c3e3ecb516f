using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// As nuImages: the full extent is boxed where at least 20% is visible; the rider is inside the machine's box; trams are none of the
/// classes.
/// </summary>
internal static class FineConvention
{
    private const double MinVisibleShare = 0.2;

    /// <summary>
    /// Shortest labelled side, in heights of the image: nuImages leaves out what is under 10 of its 900 rows; here 4 pixels of 192.
    /// </summary>
    private const double MinSide = 4.0 / 192;

    public static IEnumerable<Annotation> Annotate(RenderedScene scene)
    {
        var shortest = MinSide * scene.Image.Height;
        foreach (var joined in MachineWithRider.Of(scene))
        {
            if (ClassOf(joined.Machine.Class) is { } name
                && joined.VisibleShare >= MinVisibleShare
                && joined.FullBox.Width >= shortest
                && joined.FullBox.Height >= shortest)
            {
                yield return new Annotation(joined.FullBox, StreetsLabelSpaces.Fine.IndexOf(name)) { ObjectId = joined.Machine.Id };
            }
        }
    }

    private static string? ClassOf(StreetClass streetClass) => streetClass switch
    {
        StreetClass.Adult => "human.pedestrian.adult",
        StreetClass.Child => "human.pedestrian.child",
        StreetClass.PoliceOfficer => "human.pedestrian.police_officer",
        StreetClass.ConstructionWorker => "human.pedestrian.construction_worker",
        StreetClass.Car => "vehicle.car",
        StreetClass.Van => "vehicle.van",
        StreetClass.Truck => "vehicle.truck",
        StreetClass.BusRigid => "vehicle.bus.rigid",
        StreetClass.BusBendy => "vehicle.bus.bendy",
        StreetClass.ConstructionVehicle => "vehicle.construction",
        StreetClass.PoliceCar => "vehicle.emergency.police",
        StreetClass.Ambulance => "vehicle.emergency.ambulance",
        StreetClass.Trailer => "vehicle.trailer",
        StreetClass.Motorcycle => "vehicle.motorcycle",
        StreetClass.Bicycle => "vehicle.bicycle",
        StreetClass.Barrier => "movable_object.barrier",
        StreetClass.TrafficCone => "movable_object.trafficcone",
        StreetClass.WheeledBin => "movable_object.pushable_pullable",
        StreetClass.TrafficSign => "static_object.traffic_sign",
        _ => null,
    };
}
