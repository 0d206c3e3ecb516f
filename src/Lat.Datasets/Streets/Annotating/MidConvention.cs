using Lat.Core;

namespace Lat.Datasets;

/// <summary>
/// As Cityscapes: what is visible is boxed; a rider and the machine are two objects; trailers and street furniture are none.
/// </summary>
internal static class MidConvention
{
    /// <summary>An object that shows less of itself than this is left out.</summary>
    private const double MinVisibleShare = 0.2;

    /// <summary>Shortest labelled side, in heights of the image: 4 pixels of 192.</summary>
    private const double MinSide = 4.0 / 192;

    public static IEnumerable<Annotation> Annotate(RenderedScene scene)
    {
        var shortest = MinSide * scene.Image.Height;
        foreach (var rendered in scene.Objects)
        {
            if (ClassOf(rendered.Item.Class) is { } name
                && rendered.VisibleBox is { } box
                && rendered.VisibleArea >= MinVisibleShare * rendered.FullArea
                && box.Width >= shortest
                && box.Height >= 2 * shortest)
            {
                yield return new Annotation(box, StreetsLabelSpaces.Mid.IndexOf(name)) { ObjectId = rendered.Item.Id };
            }
        }
    }

    private static string? ClassOf(StreetClass streetClass) => streetClass switch
    {
        StreetClass.Adult or StreetClass.Child or StreetClass.PoliceOfficer or StreetClass.ConstructionWorker => "person",
        StreetClass.Rider => "rider",
        StreetClass.Car or StreetClass.Van or StreetClass.PoliceCar or StreetClass.Ambulance => "car",
        StreetClass.Truck or StreetClass.ConstructionVehicle => "truck",
        StreetClass.BusRigid or StreetClass.BusBendy => "bus",
        StreetClass.Tram => "train",
        StreetClass.Motorcycle => "motorcycle",
        StreetClass.Bicycle => "bicycle",
        _ => null,
    };
}
