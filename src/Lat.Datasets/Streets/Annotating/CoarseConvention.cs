using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// As Waymo: what is visible is boxed; a cyclist is one box with the bicycle; a motorcycle, ridden or not, is a vehicle; parked bicycles
/// and trams are unlabelled. Trailers are vehicles.
/// </summary>
internal static class CoarseConvention
{
    private const double MinVisibleShare = 0.2;

    /// <summary>Shortest labelled side, in heights of the image: 4 pixels of 192.</summary>
    private const double MinSide = 4.0 / 192;

    public static IEnumerable<Annotation> Annotate(RenderedScene scene)
    {
        var shortest = MinSide * scene.Image.Height;
        foreach (var joined in MachineWithRider.Of(scene))
        {
            if (ClassOf(joined.Machine) is { } name
                && joined.VisibleBox is { } box
                && joined.VisibleShare >= MinVisibleShare
                && box.Width >= shortest
                && box.Height >= shortest)
            {
                yield return new Annotation(box, StreetsLabelSpaces.Coarse.IndexOf(name)) { ObjectId = joined.Machine.Id };
            }
        }
    }

    private static string? ClassOf(StreetObject machine) => machine.Class switch
    {
        StreetClass.Adult or StreetClass.Child or StreetClass.PoliceOfficer or StreetClass.ConstructionWorker => "pedestrian",
        StreetClass.Bicycle => machine.IsRidden ? "cyclist" : null,
        StreetClass.Car or StreetClass.Van or StreetClass.PoliceCar or StreetClass.Ambulance or StreetClass.Truck
            or StreetClass.ConstructionVehicle or StreetClass.BusRigid or StreetClass.BusBendy or StreetClass.Trailer
            or StreetClass.Motorcycle => "vehicle",
        _ => null,
    };
}
