using Lat.Core;

namespace Lat.Datasets;

/// <summary>Finds places on a street where an object of its class would be, facing as it would.</summary>
internal sealed class PlacementFinder(StreetLayout layout, RandomStream random)
{
    /// <summary>The same object at one such place; whether it is free and in view is not looked at.</summary>
    public StreetObject Propose(StreetObject item) => item.Class switch
    {
        StreetClass.Car or StreetClass.PoliceCar => Vehicle(item, 6, 24, 0.24),
        StreetClass.Van or StreetClass.Ambulance => Vehicle(item, 6.5, 23, 0.28),
        StreetClass.Truck => Vehicle(item, 9.5, 27, 0.34),
        StreetClass.BusRigid => Vehicle(item, 11, 28, 0.4),
        StreetClass.BusBendy => Vehicle(item, 12, 28, 0.55),
        StreetClass.ConstructionVehicle => AtSite(item, 8, 18),
        StreetClass.Trailer => Vehicle(item, 6.5, 16, 0.35) with { IsParked = true },
        StreetClass.Tram => Tram(item),
        StreetClass.Motorcycle => Machine(item, 4.5, 13),
        StreetClass.Bicycle => Machine(item, 4.5, 13),
        StreetClass.Adult => OnFoot(item, 4.5, 16),
        StreetClass.Child => OnFoot(item, 4.2, 9),
        StreetClass.PoliceOfficer or StreetClass.ConstructionWorker => OnFoot(item, 4.5, 12),
        StreetClass.TrafficCone => AtSite(item, 3.2, 8.5),
        StreetClass.Barrier => AtSite(item, 4, 11.5),
        StreetClass.WheeledBin => AtKerb(item, 4.2, 11),
        StreetClass.TrafficSign => AtKerb(item, 4.2, 9) with { Heading = Heading.Towards(
            random.NextDouble(-0.3, 0.3), random.NextBool(0.94) ? -1 : 1) },
        _ => throw new ArgumentOutOfRangeException(nameof(item), item.Class, null),
    };

    private StreetObject Vehicle(StreetObject item, double near, double far, double crossShare)
    {
        var oncoming = random.NextBool(0.5);
        var lane = layout.LaneX + (oncoming ? -1.7 : 1.7) + random.NextDouble(-0.3, 0.3);
        var ahead = oncoming ? -1 : 1;
        var mode = random.NextDouble();
        if (layout.CrossStreetZ is { } middle && mode < crossShare)
        {
            var side = random.NextBool(0.5) ? 1 : -1;
            return Put(item, random.NextDouble(-9, 9), middle + (side * 1.6), side, random.NextDouble(-0.22, 0.22));
        }

        var z = Depth(near, far);
        if (mode < crossShare + 0.28)
        {
            var turn = random.NextDouble(0.35, 1.3) * (random.NextBool(0.5) ? 1 : -1);
            return Put(item, lane + random.NextDouble(-1, 1), z, turn, ahead);
        }

        var canPark = item.Length < 7 && (oncoming ? layout.LaneX - layout.RoadLeft : layout.RoadRight - layout.LaneX) > 5;
        if (canPark && random.NextBool(0.4))
        {
            var kerb = oncoming ? layout.RoadLeft + 1.05 : layout.RoadRight - 1.05;
            return Put(item, kerb, z, random.NextDouble(-0.04, 0.04), random.NextBool(0.8) ? ahead : -ahead) with { IsParked = true };
        }

        return Put(item, lane, z, random.NextDouble(-0.1, 0.1), ahead);
    }

    private StreetObject Tram(StreetObject item)
    {
        var side = random.NextBool(0.5) ? 1 : -1;
        if (layout.CrossStreetZ is { } middle && (layout.TrackX is null || random.NextBool(0.5)))
        {
            return Put(item, random.NextDouble(-9, 9), middle + random.NextDouble(-0.4, 0.4), side, 0);
        }

        var z = Depth(10 + (item.Length / 3), 34);
        return Put(item, layout.TrackX ?? layout.LaneX - 1.7, z, random.NextDouble(-0.02, 0.02), side);
    }

    private StreetObject Machine(StreetObject item, double near, double far)
    {
        var z = Depth(near, far);
        if (!item.IsRidden)
        {
            var (x, inward) = Pavement(0.3, 0.8);
            return Put(item, x, z, inward, random.NextDouble(-0.8, 0.8)) with { IsParked = true };
        }

        var mode = random.NextDouble();
        if (mode < 0.3)
        {
            var across = random.NextBool(0.5) ? 1 : -1;
            var at = layout.CrossStreetZ is { } middle && middle < far + 3 ? middle + random.NextDouble(-2.5, 2.5) : z;
            return Put(item, random.NextDouble(-6, 6), at, across, random.NextDouble(-0.3, 0.3));
        }

        var oncoming = random.NextBool(0.5);
        var lane = oncoming
            ? random.NextDouble(layout.RoadLeft + 0.5, layout.LaneX - 0.5)
            : random.NextDouble(layout.LaneX + 0.5, layout.RoadRight - 0.5);
        return Put(item, lane, z, random.NextDouble(-0.7, 0.7), oncoming ? -1 : 1);
    }

    private StreetObject OnFoot(StreetObject item, double near, double far)
    {
        var z = Depth(near, far);
        var mode = random.NextDouble();
        var ahead = random.NextBool(0.5) ? 1 : -1;
        if (layout.CrossingZ is { } zebra && mode < 0.3)
        {
            return Put(item, random.NextDouble(layout.RoadLeft, layout.RoadRight), zebra + random.NextDouble(-1, 1), ahead,
                random.NextDouble(-0.3, 0.3));
        }

        if (mode < (item.Class is StreetClass.PoliceOfficer or StreetClass.ConstructionWorker ? 0.7 : 0.45))
        {
            var x = random.NextDouble(layout.RoadLeft, layout.RoadRight);
            return Put(item, x, z, random.NextDouble(-1, 1), ahead * 0.6);
        }

        var (place, _) = Pavement(0.15, 0.9);
        return Put(item, place, z, random.NextDouble(-0.6, 0.6), ahead);
    }

    private StreetObject AtSite(StreetObject item, double near, double far)
    {
        var x = random.NextDouble(layout.RoadLeft - 1, layout.RoadRight + 1);
        var z = Depth(near, far);
        return item.Class == StreetClass.Barrier
            ? Put(item, x, z, 1, random.NextDouble(-0.5, 0.5))
            : Put(item, x, z, random.NextDouble(-1, 1), random.NextDouble(-0.8, 0.8) + 0.01);
    }

    private StreetObject AtKerb(StreetObject item, double near, double far)
    {
        var (x, inward) = Pavement(0.1, 0.6);
        return Put(item, x, Depth(near, far), -inward, random.NextDouble(-1.2, 1.2));
    }

    /// <summary>A place on a pavement, between two shares of its width from the kerb, and the way to the houses.</summary>
    private (double X, int Inward) Pavement(double from, double to)
    {
        var depth = layout.PavementWidth * random.NextDouble(from, to);
        return random.NextBool(0.5) ? (layout.RoadRight + depth, 1) : (layout.RoadLeft - depth, -1);
    }

    /// <summary>A depth, nearer ones more often.</summary>
    private double Depth(double near, double far)
    {
        var share = random.NextDouble();
        return near + ((far - near) * share * Math.Sqrt(share));
    }

    private static StreetObject Put(StreetObject item, double x, double z, double headingX, double headingZ) =>
        item with { X = x, Z = z, Heading = Heading.Towards(headingX, headingZ) };
}
