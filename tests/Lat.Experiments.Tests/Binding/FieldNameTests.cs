namespace Lat.Experiments.Tests;

public sealed class FieldNameTests
{
    [Fact]
    public void AFieldIsThePropertyInCamelCaseAndAnEnumerationIsInKebabCase() => Assert.Equal(
        """
        version: 1
        iouThreshold: 0
        nmsIoU: 0
        rpnAnchors: 0
        id: 0
        x1: 0
        mode: class-aware
        modes: [none, roi-align, top1]

        """,
        ExperimentWriter.ToYaml(new Named()));

    public sealed record Named
    {
        public int IouThreshold { get; init; }
        public int NmsIoU { get; init; }
        public int RPNAnchors { get; init; }
        public int ID { get; init; }
        public int X1 { get; init; }
        public Mode Mode { get; init; } = Mode.ClassAware;
        public Lat.Core.EquatableArray<Mode> Modes { get; init; } = [Mode.None, Mode.ROIAlign, Mode.Top1];
        public int Computed => IouThreshold + 1;
    }

    public enum Mode
    {
        None,
        ClassAware,
        ROIAlign,
        Top1,
    }
}
