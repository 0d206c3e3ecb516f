namespace Lat.Datasets;

/// <summary>What an object of a street scene is, finer than any of the label spaces.</summary>
public enum StreetClass
{
    /// <summary>A saloon, estate, hatchback or off-roader.</summary>
    Car,

    /// <summary>A closed delivery van.</summary>
    Van,

    /// <summary>A cab with a load area apart from it.</summary>
    Truck,

    /// <summary>A bus of one part.</summary>
    BusRigid,

    /// <summary>A bus of two parts with bellows between them.</summary>
    BusBendy,

    /// <summary>A tram on rails.</summary>
    Tram,

    /// <summary>An excavator or wheel loader.</summary>
    ConstructionVehicle,

    /// <summary>A car with police livery and light bar.</summary>
    PoliceCar,

    /// <summary>A van with ambulance livery and light bar.</summary>
    Ambulance,

    /// <summary>A trailer without the vehicle that pulls it.</summary>
    Trailer,

    /// <summary>A motorcycle, parked or ridden.</summary>
    Motorcycle,

    /// <summary>A bicycle, parked or ridden.</summary>
    Bicycle,

    /// <summary>The person on a ridden motorcycle or bicycle.</summary>
    Rider,

    /// <summary>A grown person on foot.</summary>
    Adult,

    /// <summary>A child on foot.</summary>
    Child,

    /// <summary>A police officer on foot.</summary>
    PoliceOfficer,

    /// <summary>A construction worker on foot.</summary>
    ConstructionWorker,

    /// <summary>A traffic cone.</summary>
    TrafficCone,

    /// <summary>A red-and-white barrier.</summary>
    Barrier,

    /// <summary>A wheeled rubbish bin.</summary>
    WheeledBin,

    /// <summary>A traffic sign on its pole.</summary>
    TrafficSign,
}
