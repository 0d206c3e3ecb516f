namespace Lat.Datasets;

/// <summary>Paints any object of a scene.</summary>
internal static class ObjectPainter
{
    /// <param name="brush">A brush in the object's own metres.</param>
    /// <param name="item">The object.</param>
    /// <param name="machine">For a rider, the class of the machine; else the object's own.</param>
    public static void Draw(SolidBrush brush, StreetObject item, StreetClass machine)
    {
        switch (item.Class)
        {
            case StreetClass.Car or StreetClass.PoliceCar:
                CarPainter.Draw(brush, item);
                break;
            case StreetClass.Van or StreetClass.Ambulance:
                VanPainter.Draw(brush, item);
                break;
            case StreetClass.Truck:
                TruckPainter.Draw(brush, item);
                break;
            case StreetClass.BusRigid or StreetClass.BusBendy:
                BusPainter.Draw(brush, item);
                break;
            case StreetClass.Tram:
                TramPainter.Draw(brush, item);
                break;
            case StreetClass.ConstructionVehicle:
                ConstructionVehiclePainter.Draw(brush, item);
                break;
            case StreetClass.Trailer:
                TrailerPainter.Draw(brush, item);
                break;
            case StreetClass.Motorcycle:
                MotorcyclePainter.Draw(brush, item);
                break;
            case StreetClass.Bicycle:
                BicyclePainter.Draw(brush, item);
                break;
            case StreetClass.Rider:
                RiderPainter.Draw(brush, item, machine);
                break;
            case StreetClass.Adult or StreetClass.Child or StreetClass.PoliceOfficer or StreetClass.ConstructionWorker:
                PersonPainter.Draw(brush, item);
                break;
            case StreetClass.TrafficCone:
                FurniturePainter.Cone(brush, item);
                break;
            case StreetClass.Barrier:
                FurniturePainter.Barrier(brush, item);
                break;
            case StreetClass.WheeledBin:
                FurniturePainter.Bin(brush, item);
                break;
            case StreetClass.TrafficSign:
                SignPainter.Draw(brush, item);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(item), item.Class, null);
        }
    }
}
