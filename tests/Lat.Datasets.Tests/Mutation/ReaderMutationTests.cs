namespace Lat.Datasets.Tests;

/// <summary>Whatever happens to the bytes of a file, its reader reads it or refuses it; it never crashes. The fuzz test goes on for longer.</summary>
public sealed class ReaderMutationTests
{
    private const int Rounds = 300;

    public static TheoryData<string> Names => [.. ReaderCases.All.Select(one => one.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void ADamagedFileIsReadOrRefused(string name)
    {
        var one = ReaderCases.All.Single(each => each.Name == name);
        using var tree = one.Make();
        Assert.True(one.TryRead(tree, one.Content), "The sound file is refused.");
        var mutation = new Mutation(7);
        var refused = 0;
        for (var round = 0; round < Rounds; round++)
        {
            var damaged = mutation.Apply(one.Content);
            try
            {
                refused += one.TryRead(tree, damaged) ? 0 : 1;
            }
            catch (Exception exception)
            {
                Assert.Fail($"Round {round} of {one.File}: {exception}\n{Convert.ToBase64String(damaged)}");
            }
        }

        Assert.InRange(refused, 1, Rounds);
    }
}
