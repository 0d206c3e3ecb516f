using Lat.Core;

namespace Lat.Datasets;

/// <summary>All that is needed to draw one image and to annotate it in every space.</summary>
/// <param name="Size">The size of the image.</param>
/// <param name="Look">How the dataset's camera sees.</param>
/// <param name="Camera">Where the camera is.</param>
/// <param name="Layout">The ground.</param>
/// <param name="Weather">The weather.</param>
/// <param name="Lighting">The light.</param>
/// <param name="Objects">What is labelled in at least one space, and trams and riders; in the order of their ids.</param>
/// <param name="Scenery">What is labelled in none.</param>
/// <param name="TextureSeed">Where noise, clouds and small differences of drawing come from.</param>
public sealed record StreetScene(
    ImageSize Size,
    StreetsLook Look,
    StreetCamera Camera,
    StreetLayout Layout,
    Weather Weather,
    Lighting Lighting,
    EquatableArray<StreetObject> Objects,
    EquatableArray<SceneryItem> Scenery,
    Seed TextureSeed);
