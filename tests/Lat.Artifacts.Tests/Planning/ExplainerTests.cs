using Lat.Core;

namespace Lat.Artifacts.Tests;

public class ExplainerTests
{
    [Fact]
    public void EqualPartsHaveNoDifference() => Assert.Empty(Explainer.Compare(Some.Parts(), Some.Parts()));

    [Fact]
    public void EveryDifferenceIsNamedWithItsOldAndNewValue()
    {
        var now = new StageKeyParts
        {
            Kind = "teacher",
            CodeRevision = "2",
            Fields = [new("train.learningRate", "0.02"), new("train.warmup", "100")],
            Inputs = [new("images", Some.Hash("other images")), new("weights", Some.Hash("weights"))],
            Seed = new Seed(8),
            Numerics = [new("libtorch", "2.1"), new("threads", "1")],
        };

        Assert.Equal(
            [
                "kind detector → teacher",
                "code revision 1 → 2",
                "seed 7 → 8",
                "field train.epochs removed, was 12",
                "field train.learningRate: 0.01 → 0.02",
                "field train.warmup added: 100",
                "numerics libtorch 1.13.1 → 2.1",
                "numerics threads added: 1",
                "input annotations removed",
                "input images changed (21b2… → 2f3d…)",
                "input weights added",
            ],
            Explainer.Compare(Some.Parts(), now).Select(difference => difference.ToString()));
    }

    [Fact]
    public void ACodeRevisionThatIsAHashIsShort() => Assert.Equal(
        "code revision 21b2… → 2f3d…",
        new KeyDifference(DifferenceKind.CodeRevision, "", Some.Hash("images").Hex, Some.Hash("other images").Hex).ToString());

    [Fact]
    public void EveryKindOfDifferenceHasAText() => Assert.All(
        Enum.GetValues<DifferenceKind>(), kind => Assert.NotEmpty(new KeyDifference(kind, "name", "old", "new").ToString()));
}
