using System.Text.RegularExpressions;
using Lat.Pipeline;

namespace Lat.Acceptance.Tests;

/// <summary>How a front door may end after what happened to it.</summary>
internal static partial class FaultyEnd
{
    private const int Killed = 137, EndedBeforeItListened = 143;

    /// <param name="exitCode">Of the front door.</param>
    /// <param name="struck">What happened while it ran.</param>
    /// <param name="printed">What it said.</param>
    public static void Require(int exitCode, IReadOnlyCollection<Strike> struck, string printed)
    {
        var expected = struck.SelectMany(Ends).Append(0).ToHashSet();
        if (struck.Any(strike => strike.Kind == StrikeKind.PowerLoss || strike is { Kind: StrikeKind.Kill, Victims: FaultyProcess.FrontDoor }))
        {
            expected = [Killed];
        }

        Assert.True(expected.Contains(exitCode), $"The front door ended with {exitCode}:\n{printed}");
        Assert.False(StackTrace().IsMatch(printed), $"The front door showed a stack:\n{printed}");
    }

    private static int[] Ends(Strike strike) => strike.Kind switch
    {
        StrikeKind.Kill or StrikeKind.Refuse or StrikeKind.DamageMeanwhile => [1],
        StrikeKind.Terminate or StrikeKind.Interrupt => [FrontDoor.Interrupted, EndedBeforeItListened],
        _ => [],
    };

    [GeneratedRegex(@"^\s+at \w+(\.\w+)+", RegexOptions.Multiline)]
    private static partial Regex StackTrace();
}
