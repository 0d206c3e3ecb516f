namespace Standins.Tests;

/// <summary>Each test has its snapshot beside this file: a name that is made wrongly finds none and fails.</summary>
public sealed class SnapshotNameTests
{
    [Fact]
    public Task ATextIsNamedForClassAndMethod() => Verify("one line\nand another");

    [Fact]
    public async Task AnAsynchronousTestIsFoundBehindItsAwaits()
    {
        await Task.Yield();

        await Verify("found");
    }

    [Theory]
    [InlineData(3, "a/b", true)]
    public Task ParametersAreInTheName(int number, string text, bool flag) =>
        Verify("with parameters").UseParameters(number, text, flag);

    [Fact]
    public Task AMethodMayBeNamedOtherwise() => Verify("renamed").UseMethodName("Renamed");

    [Fact]
    public Task AFileMayBeNamedOtherwise() => Verify("elsewhere").UseDirectory("Elsewhere").UseFileName("named");

    [Fact]
    public Task AnExtensionMayBeGiven() => Verify("# A title", "md");

    public sealed class Nested
    {
        [Fact]
        public Task ANestedClassIsNamedBehindItsOuter() => Verify("nested");
    }
}
