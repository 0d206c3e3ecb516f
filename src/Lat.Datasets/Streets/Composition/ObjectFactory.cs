using Lat.Core;

namespace Lat.Datasets;

/// <summary>Makes objects of a class with sizes, forms and colours as on the street; where they stand is decided elsewhere.</summary>
internal static class ObjectFactory
{
    /// <summary>An object at the origin.</summary>
    public static StreetObject Make(StreetClass streetClass, RandomStream random)
    {
        var made = streetClass switch
        {
            StreetClass.Car => Car(random),
            StreetClass.PoliceCar => PoliceCar(random),
            StreetClass.Van => Van(random),
            StreetClass.Ambulance => Ambulance(random),
            StreetClass.Truck => Truck(random),
            StreetClass.BusRigid => Sized(streetClass, random, (10.2, 12), (2.5, 2.55), (2.95, 3.2)).In(StreetColors.BusLiveries, random),
            StreetClass.BusBendy => Sized(streetClass, random, (14.5, 17), (2.5, 2.55), (2.95, 3.15)).In(StreetColors.BusLiveries, random),
            StreetClass.Tram => Sized(streetClass, random, (14, 22), (2.4, 2.5), (3.4, 3.6)).In(StreetColors.TramLiveries, random),
            StreetClass.ConstructionVehicle => ConstructionVehicle(random),
            StreetClass.Trailer => Trailer(random),
            StreetClass.Motorcycle => Motorcycle(random),
            StreetClass.Bicycle => Bicycle(random),
            StreetClass.Adult => Person(streetClass, random, 1.58, 1.9),
            StreetClass.Child => Child(random),
            StreetClass.PoliceOfficer or StreetClass.ConstructionWorker => Person(streetClass, random, 1.7, 1.88),
            StreetClass.TrafficCone => Sized(streetClass, random, (0.42, 0.5), (0.42, 0.5), (0.72, 0.98)) with { Color = 0xF0641E },
            StreetClass.Barrier => Sized(streetClass, random, (1.7, 2.3), (0.5, 0.6), (0.95, 1.1)) with { Style = random.NextInt(2) },
            StreetClass.WheeledBin => Bin(random),
            StreetClass.TrafficSign => Sized(streetClass, random, (0.1, 0.12), (0.85, 1.05), (2.2, 2.6)) with { Style = random.NextInt(5) },
            _ => throw new ArgumentOutOfRangeException(nameof(streetClass), streetClass, null),
        };
        return made with { Pose = random.NextDouble(-1, 1) };
    }

    /// <summary>The rider of a machine.</summary>
    public static StreetObject MakeRider(StreetObject machine, RandomStream random) => machine with
    {
        Id = StreetObjectId.OfRiderOn(machine.Id),
        Class = StreetClass.Rider,
        MachineId = machine.Id,
        Length = 0.8,
        Width = 0.6,
        Height = 1.75,
        Color = Pick(random.NextBool(0.5) ? StreetColors.Clothes : StreetColors.Bright, random),
        Accent = Pick(StreetColors.Trousers, random),
        Style = random.NextInt(12),
    };

    private static StreetObject Car(RandomStream random)
    {
        var car = Sized(StreetClass.Car, random, (3.9, 4.7), (1.74, 1.86), (1.42, 1.52)) with { Color = Pick(StreetColors.Cars, random) };
        return car.Style == 3 ? car with { Height = car.Height + 0.2, Length = 4.5 } : car;
    }

    private static StreetObject PoliceCar(RandomStream random) => Car(random) with
    {
        Class = StreetClass.PoliceCar, Color = random.NextBool(0.7) ? 0xEDEFF0 : 0xB9BEC3, Accent = 0x1747A6,
    };

    private static StreetObject Ambulance(RandomStream random) => Van(random) with
    {
        Class = StreetClass.Ambulance,
        Style = 0,
        Color = random.NextBool(0.6) ? 0xF4F4F1 : 0xF2D21F,
        Accent = random.NextBool(0.7) ? 0xD3221F : 0xE8641B,
    };

    private static StreetObject Truck(RandomStream random) =>
        Sized(StreetClass.Truck, random, (7, 9.2), (2.45, 2.55), (3.1, 3.7)) with
        {
            Color = Pick(StreetColors.Cabs, random), Accent = Pick(StreetColors.Loads, random),
        };

    private static StreetObject ConstructionVehicle(RandomStream random) =>
        Sized(StreetClass.ConstructionVehicle, random, (6, 7), (2.3, 2.5), (2.8, 3.05)) with
        {
            Color = random.NextBool(0.75) ? 0xE8B21A : 0xE0761C,
        };

    private static StreetObject Motorcycle(RandomStream random) =>
        Sized(StreetClass.Motorcycle, random, (2.05, 2.2), (0.75, 0.85), (1.1, 1.15)) with { Color = Pick(StreetColors.Bright, random) };

    private static StreetObject Bicycle(RandomStream random) =>
        Sized(StreetClass.Bicycle, random, (1.72, 1.8), (0.56, 0.6), (1.04, 1.08)) with
        {
            Color = Pick(random.NextBool(0.5) ? StreetColors.Bright : StreetColors.Cars, random),
        };

    private static StreetObject Child(RandomStream random) => Person(StreetClass.Child, random, 1.02, 1.3) with
    {
        Color = Pick(StreetColors.Bright, random), Accent = Pick(StreetColors.Bright, random),
    };

    private static StreetObject Van(RandomStream random) =>
        Sized(StreetClass.Van, random, (4.9, 5.7), (1.95, 2.05), (2.15, 2.5)) with
        {
            Style = random.NextInt(2), Color = Pick(StreetColors.Vans, random), Accent = Pick(StreetColors.Cabs, random),
        };

    private static StreetObject Trailer(RandomStream random) =>
        Sized(StreetClass.Trailer, random, (4.1, 5.2), (1.8, 2.0), (1.6, 2.2)) with
        {
            Style = random.NextInt(2), Color = Pick(StreetColors.Loads, random), Accent = random.NextBool(0.5) ? 0x7A6A50 : 0x47704A,
        };

    private static StreetObject Bin(RandomStream random)
    {
        var color = Pick(StreetColors.Bins, random);
        int[] lids = [color, 0xD9B51C, 0x2B4F8A];
        return Sized(StreetClass.WheeledBin, random, (0.62, 0.8), (0.6, 0.75), (1.08, 1.25)) with { Color = color,
            Accent = Pick(lids, random) };
    }

    private static StreetObject Person(StreetClass streetClass, RandomStream random, double low, double high) =>
        Sized(streetClass, random, (0.5, 0.55), (0.5, 0.55), (low, high)) with
        {
            Style = random.NextInt(60), Color = Pick(StreetColors.Clothes, random), Accent = Pick(StreetColors.Trousers, random),
        };

    private static StreetObject In(this StreetObject vehicle, (int Color, int Accent)[] liveries, RandomStream random)
    {
        var (color, accent) = liveries[random.NextInt(liveries.Length)];
        return vehicle with { Color = color, Accent = accent };
    }

    private static StreetObject Sized(
        StreetClass streetClass, RandomStream random, (double, double) length, (double, double) width, (double, double) height) =>
        new(0, streetClass, 0, 0, Heading.Away, Between(length, random), Between(width, random), Between(height, random))
        {
            Style = random.NextInt(4),
        };

    private static double Between((double Low, double High) range, RandomStream random) => random.NextDouble(range.Low, range.High);

    private static int Pick(int[] colors, RandomStream random) => colors[random.NextInt(colors.Length)];
}
