namespace Lat.Pipeline.Tests;

public sealed class StudentTeacherGraphTests
{
    private static readonly string[] Asked = ["methods=[baseline, student-teacher]", "downstream.training.iterations=50", "studentTeacher.burnInIterations=10"];

    [Fact]
    public void ItSeesTheOthersImagesAndNotTheirLabels()
    {
        var node = Some.Graph(Asked).Nodes["downstream/student-teacher/mid/seed-1"];
        Assert.Equal(
            ["annotations import/mid/train", "images import/mid/train", "images/coarse import/coarse/train", "images/fine import/fine/train"],
            node.Inputs.Select(input => $"{input.Name} {input.Node}").Order(StringComparer.Ordinal));
        Assert.All(node.Inputs, input => Assert.Equal(input.Name == "annotations" ? DatasetFiles.Annotations : DatasetFiles.Images, input.Output));
        Assert.True(Some.Graph(Asked).Nodes.Contains("evaluate/student-teacher/mid/seed-1"));
    }

    [Fact]
    public void WhereTheTruthIsKnownItsTeachersLabelsAreHeldAgainstIt()
    {
        var node = Some.Graph(Asked).Nodes["audit/student-teacher/fine-to-mid/seed-1"];
        Assert.Contains("weights downstream/student-teacher/mid/seed-1", node.Inputs.Select(input => $"{input.Name} {input.Node}"));
        Assert.Contains("truth truth-mid.bin", node.Inputs.Select(input => $"{input.Name} {input.Output}"));
        Assert.Contains("audit/student-teacher/fine-to-mid/seed-1/audit.json", Some.Graph(Asked).Nodes[ReportStage.NodeName].Inputs.Select(input => input.Name));
    }

    [Theory]
    [InlineData(
        "studentTeacher.pseudoLabelThreshold=0.8",
        "audit/student-teacher/coarse-to-mid/seed-1 audit/student-teacher/fine-to-mid/seed-1 downstream/student-teacher/mid/seed-1")]
    [InlineData("studentTeacher.strongAugmentation.erasing=[{probability: 0.1}]")]
    [InlineData("downstream.labelThreshold=0.9", "report")]
    public void ItsFieldsChangeItAndTransferredLabelsThresholdsDoNot(string change, string stages = "downstream/student-teacher/mid/seed-1") => Assert.Equal(
        stages.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        Some.ChangedThemselves(Some.Graph(Asked), Some.Graph([.. Asked, change])).Order(StringComparer.Ordinal));

    [Fact]
    public void ABurnInThatNeverEndsIsAFaultOfTheExperiment() => Assert.Contains(
        "is 50; expected less than 'downstream.training.iterations' (50)",
        Assert.ThrowsAny<LatException>(() => Some.Experiment([.. Asked, "studentTeacher.burnInIterations=50"])).Message,
        StringComparison.Ordinal);
}
