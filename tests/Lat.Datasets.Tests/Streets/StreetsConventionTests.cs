using Lat.Core;

namespace Lat.Datasets.Tests;

public sealed class StreetsConventionTests
{
    [Fact]
    public void ACyclistIsTwoBoxesInMidOneOfTheBicycleInFineAndOneCyclistInCoarse()
    {
        var scene = SceneRenderer.Render(Some.Scene(Some.Ridden(Some.Bicycle(0, 0, 7))));

        var mid = Labels(scene, StreetsSpace.Mid);
        var fine = Labels(scene, StreetsSpace.Fine);
        var coarse = Labels(scene, StreetsSpace.Coarse);

        Assert.Equal(["bicycle", "rider"], mid.Select(label => label.Name));
        Assert.Equal(["vehicle.bicycle"], fine.Select(label => label.Name));
        Assert.Equal(["cyclist"], coarse.Select(label => label.Name));
        Assert.Equal(mid[0].Box.Union(mid[1].Box), fine[0].Box);
        Assert.Equal(fine[0].Box, coarse[0].Box);
        Assert.Equal([0, 1], mid.Select(label => label.ObjectId));
        Assert.Equal([0, 0], [fine[0].ObjectId, coarse[0].ObjectId]);
        Assert.True(mid[1].Box.Y1 < mid[0].Box.Y1 - 5, "the rider's head is above the bicycle");
    }

    [Fact]
    public void AParkedBicycleIsUnlabelledInCoarse()
    {
        var scene = SceneRenderer.Render(Some.Scene(Some.Bicycle(0, 0, 7)));

        Assert.Equal(["bicycle"], Labels(scene, StreetsSpace.Mid).Select(label => label.Name));
        Assert.Equal(["vehicle.bicycle"], Labels(scene, StreetsSpace.Fine).Select(label => label.Name));
        Assert.Empty(Labels(scene, StreetsSpace.Coarse));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void AMotorcycleIsAVehicleInCoarseWithAndWithoutRider(bool isRidden)
    {
        var machine = Some.Object(0, StreetClass.Motorcycle, 0, 7, 2.1, 0.8, 1.1);
        var scene = SceneRenderer.Render(Some.Scene(isRidden ? Some.Ridden(machine) : [machine]));

        Assert.Equal(isRidden ? ["motorcycle", "rider"] : ["motorcycle"], Labels(scene, StreetsSpace.Mid).Select(label => label.Name));
        Assert.Equal(["vehicle.motorcycle"], Labels(scene, StreetsSpace.Fine).Select(label => label.Name));
        Assert.Equal(["vehicle"], Labels(scene, StreetsSpace.Coarse).Select(label => label.Name));
    }

    [Theory]
    [InlineData(StreetClass.Car, "car", "vehicle.car", "vehicle")]
    [InlineData(StreetClass.Van, "car", "vehicle.van", "vehicle")]
    [InlineData(StreetClass.PoliceCar, "car", "vehicle.emergency.police", "vehicle")]
    [InlineData(StreetClass.Ambulance, "car", "vehicle.emergency.ambulance", "vehicle")]
    [InlineData(StreetClass.Truck, "truck", "vehicle.truck", "vehicle")]
    [InlineData(StreetClass.BusRigid, "bus", "vehicle.bus.rigid", "vehicle")]
    [InlineData(StreetClass.BusBendy, "bus", "vehicle.bus.bendy", "vehicle")]
    [InlineData(StreetClass.ConstructionVehicle, "truck", "vehicle.construction", "vehicle")]
    [InlineData(StreetClass.Tram, "train", null, null)]
    [InlineData(StreetClass.Trailer, null, "vehicle.trailer", "vehicle")]
    [InlineData(StreetClass.Adult, "person", "human.pedestrian.adult", "pedestrian")]
    [InlineData(StreetClass.Child, "person", "human.pedestrian.child", "pedestrian")]
    [InlineData(StreetClass.PoliceOfficer, "person", "human.pedestrian.police_officer", "pedestrian")]
    [InlineData(StreetClass.ConstructionWorker, "person", "human.pedestrian.construction_worker", "pedestrian")]
    [InlineData(StreetClass.TrafficCone, null, "movable_object.trafficcone", null)]
    [InlineData(StreetClass.Barrier, null, "movable_object.barrier", null)]
    [InlineData(StreetClass.WheeledBin, null, "movable_object.pushable_pullable", null)]
    [InlineData(StreetClass.TrafficSign, null, "static_object.traffic_sign", null)]
    public void EveryThingHasItsNameInEverySpace(StreetClass streetClass, string? mid, string? fine, string? coarse)
    {
        var heading = streetClass == StreetClass.TrafficSign ? Heading.Towards(0, -1) : Heading.Towards(1, 0);
        var scene = SceneRenderer.Render(Some.Scene(Some.Object(0, streetClass, 0, 14, 4, 1.6, 1.8, heading)));

        Assert.Equal(mid, Labels(scene, StreetsSpace.Mid).SingleOrDefault().Name);
        Assert.Equal(fine, Labels(scene, StreetsSpace.Fine).SingleOrDefault().Name);
        Assert.Equal(coarse, Labels(scene, StreetsSpace.Coarse).SingleOrDefault().Name);
    }

    [Fact]
    public void WhatIsHiddenIsInsideTheBoxInFineOnly()
    {
        var alone = SceneRenderer.Render(Some.Scene(Some.Car(0, 0, 14)));
        var hidden = SceneRenderer.Render(Some.Scene(Some.Car(0, 0, 14), Some.Object(1, StreetClass.Van, -1.6, 8, 2, 2, 2.3)));
        var full = Labels(alone, StreetsSpace.Mid)[0].Box;

        Assert.Equal(full, Labels(hidden, StreetsSpace.Fine)[0].Box);
        foreach (var space in (ReadOnlySpan<StreetsSpace>)[StreetsSpace.Mid, StreetsSpace.Coarse])
        {
            var visible = Labels(hidden, space)[0].Box;
            Assert.True(visible.X1 > full.X1 + 10, $"the left of the car is hidden in {space}: {visible} of {full}");
            Assert.Equal(full.X2, visible.X2);
        }
    }

    [Fact]
    public void WhatIsQuiteHiddenIsLabelledNowhere()
    {
        var scene = SceneRenderer.Render(Some.Scene(Some.Car(0, 0, 20), Some.Object(1, StreetClass.BusRigid, 0, 10, 11, 2.5, 3)));

        foreach (var space in Enum.GetValues<StreetsSpace>())
        {
            Assert.DoesNotContain(Labels(scene, space), label => label.ObjectId == 0);
        }
    }

    [Fact]
    public void WhatIsFarAwayIsTooSmallToLabel()
    {
        var scene = SceneRenderer.Render(Some.Scene(Some.Object(0, StreetClass.Child, 0, 150, 0.5, 0.5, 1.2)));

        Assert.All(Enum.GetValues<StreetsSpace>(), space => Assert.Empty(Labels(scene, space)));
    }

    private static List<(string? Name, Box Box, int? ObjectId)> Labels(RenderedScene scene, StreetsSpace space) =>
        [.. StreetsAnnotator.Annotate(scene, space).Select(
            label => ((string?)StreetsLabelSpaces.Of(space)[label.ClassIndex].Value, label.Box, label.ObjectId))];
}
