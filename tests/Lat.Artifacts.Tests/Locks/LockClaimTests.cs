using System.Text;

namespace Lat.Artifacts.Tests;

public class LockClaimTests
{
    private static readonly LockClaim _claim = new(LockOwner.Current, "abc", 17);

    [Fact]
    public void WhatIsWrittenIsReadBack() => Assert.Equal(_claim, LockClaim.TryParse(Encoding.UTF8.GetString(_claim.ToBytes())));

    [Fact]
    public void AClaimThatIsCutShortIsNone()
    {
        var text = Encoding.UTF8.GetString(_claim.ToBytes());

        Assert.All(Enumerable.Range(0, text.Length - LockClaim.BeatDigits), length => Assert.Null(LockClaim.TryParse(text[..length])));
    }

    [Fact]
    public void ThisProcessLives() => Assert.Equal(OwnerLiveness.Alive, OwnerJudge.Judge(LockOwner.Current, LockOwner.Current));

    [Fact]
    public void OfAnotherHostOrContainerNobodyKnowsHere()
    {
        var here = LockOwner.Current;

        Assert.Equal(OwnerLiveness.Unknown, OwnerJudge.Judge(here with { Host = "another" }, here));
        Assert.Equal(OwnerLiveness.Unknown, OwnerJudge.Judge(here with { Identity = here.Identity with { Namespace = "pid:[1]" } }, here));
    }
}
