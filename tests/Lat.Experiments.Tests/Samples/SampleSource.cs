using Lat.Core;

namespace Lat.Experiments.Tests;

[Variant("streets", typeof(StreetsSource))]
[Variant("coco", typeof(CocoSource))]
[Variant("none", typeof(NoSource))]
public abstract record SampleSource
{
    public double Weight { get; init; } = 1;
}
