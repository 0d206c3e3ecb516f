using Lat.Core;

namespace Lat.Datasets;

/// <summary>Composes street scenes from a seed: first who is there, then the street, then where everyone is.</summary>
public static class SceneComposer
{
    private const int TriesPerObject = 60;

    /// <summary>One scene. The same arguments give the same scene on every machine.</summary>
    /// <param name="seed">The seed of the scene.</param>
    /// <param name="look">How and where the dataset's camera drives.</param>
    /// <param name="size">The size of the image.</param>
    /// <param name="minObjects">The fewest objects to ask for.</param>
    /// <param name="maxObjects">The most objects to ask for; what finds no free place in view is left out.</param>
    public static StreetScene Compose(Seed seed, StreetsLook look, ImageSize size, int minObjects, int maxObjects)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minObjects);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxObjects, minObjects);
        var people = seed.Derive("objects").ToStream();
        var wanted = DrawClasses(look, minObjects + people.NextInt(maxObjects - minObjects + 1), people);
        var street = seed.Derive("street").ToStream();
        var layout = LayoutComposer.Compose(look, wanted.Contains(StreetClass.Tram), street);
        var camera = LayoutComposer.PlaceCamera(look, size, street);
        var objects = Place(wanted, layout, camera, size, people, out var placed);
        var scenery = SceneryComposer.Compose(look, layout, camera, placed, seed.Derive("scenery").ToStream());
        var (weather, lighting) = DrawSky(look, seed.Derive("sky").ToStream());
        return new StreetScene(
            size, look, camera, layout, weather, lighting, objects.ToEquatableArray(), scenery.ToEquatableArray(), seed.Derive("texture"));
    }

    private static List<StreetObject> Place(
        List<StreetClass> wanted, StreetLayout layout, StreetCamera camera, ImageSize size, RandomStream random, out PlacedObjects placed)
    {
        var finder = new PlacementFinder(layout, random);
        placed = new PlacedObjects(camera, size, random);
        var objects = new List<StreetObject>();
        var ordinal = 0;
        foreach (var streetClass in wanted)
        {
            var item = ObjectFactory.Make(streetClass, random) with
            {
                Id = StreetObjectId.OfObject(ordinal),
                IsRidden = streetClass is StreetClass.Bicycle or StreetClass.Motorcycle && random.NextBool(0.68),
            };
            if (TryPlace(item, finder, placed) is not { } found)
            {
                continue;
            }

            ordinal++;
            objects.Add(found);
            if (found.IsRidden)
            {
                objects.Add(ObjectFactory.MakeRider(found, random));
            }
        }

        return objects;
    }

    private static StreetObject? TryPlace(StreetObject item, PlacementFinder finder, PlacedObjects placed)
    {
        for (var attempt = 0; attempt < TriesPerObject; attempt++)
        {
            var proposed = finder.Propose(item);
            if (placed.TryAdd(proposed))
            {
                return proposed;
            }
        }

        return null;
    }

    /// <summary>Draws classes by their shares; large things find their places first.</summary>
    private static List<StreetClass> DrawClasses(StreetsLook look, int count, RandomStream random)
    {
        var total = look.ClassMix.Sum(share => share.Weight);
        var classes = new List<StreetClass>();
        for (var number = 0; number < count; number++)
        {
            var draw = random.NextDouble() * total;
            var chosen = look.ClassMix[^1].Class;
            foreach (var (streetClass, weight) in look.ClassMix)
            {
                draw -= weight;
                if (draw < 0)
                {
                    chosen = streetClass;
                    break;
                }
            }

            classes.Add(chosen);
        }

        return [.. classes.OrderBy(Bulk)];
    }

    private static int Bulk(StreetClass streetClass) => streetClass switch
    {
        StreetClass.Tram or StreetClass.BusBendy or StreetClass.BusRigid => 0,
        StreetClass.Truck or StreetClass.ConstructionVehicle => 1,
        StreetClass.Car or StreetClass.Van or StreetClass.PoliceCar or StreetClass.Ambulance or StreetClass.Trailer => 2,
        _ => 3,
    };

    private static (Weather Weather, Lighting Lighting) DrawSky(StreetsLook look, RandomStream random)
    {
        var draw = random.NextDouble();
        var weather = draw < look.RainShare ? Weather.Rain : draw < look.RainShare + look.FogShare ? Weather.Fog : Weather.Clear;
        return (weather, random.NextBool(look.DuskShare) ? Lighting.Dusk : Lighting.Day);
    }
}
