namespace Standins.Tests;

public sealed class ObjectTextTests
{
    private sealed record Point(double X, int Y, string? Name, IReadOnlyList<string> Tags, Point? Next);

    [Fact]
    public Task AnObjectIsWrittenWithoutQuotesAndWithoutWhatIsEmpty() =>
        Verify(new Point(1.5, -2, null, [], new Point(0, 1, "end", ["a", "b"], null)));

    [Fact]
    public Task AListIsWrittenInOrder() => Verify(new[] { 3, 1, 2 });

    [Fact]
    public Task ADictionaryIsWrittenInOrderOfItsKeys() => Verify(new Dictionary<string, bool> { ["b"] = true, ["a"] = false });
}
