using System.Globalization;
using Lat.Core;

namespace Lat.Acceptance.Tests;

/// <summary>A fault that waits for a process to take a certain step on the disk: points are counted, not timed, so that they can be met again.</summary>
/// <param name="Kind">What happens.</param>
/// <param name="Victims">Whose steps count.</param>
/// <param name="Step">Which of them it hits, from 1.</param>
internal sealed record Strike(StrikeKind Kind, FaultyProcess Victims, long Step)
{
    private const int TenYears = 315_360_000;

    // ENOSPC, EIO, EDQUOT, ESTALE.
    private static readonly int[] _errors = [28, 28, 5, 122, 116];

    public StrikeMoment Moment { get; init; }

    /// <summary>The number that a refusing disk gives.</summary>
    public int Error { get; init; }

    /// <summary>How many steps a disk refuses.</summary>
    public int Length { get; init; } = 1;

    /// <summary>By how much a clock is wrong from then on.</summary>
    public long ClockSeconds { get; init; }

    /// <summary>What happens to one run: one strike that may end it, and sometimes a clock that jumps or a file that is damaged before that.</summary>
    /// <param name="random">Decides.</param>
    /// <param name="doorSteps">Steps of the front door in a whole run of the pipeline.</param>
    /// <param name="workerSteps">Those of all its workers.</param>
    public static IReadOnlyList<Strike> Draw(RandomStream random, long doorSteps, long workerSteps)
    {
        var strikes = new List<Strike> { DrawEnding(random, doorSteps, workerSteps) };
        if (random.NextBool(0.4))
        {
            strikes.Add(new Strike(StrikeKind.ClockJump, FaultyProcess.Both, Draw(random, doorSteps / 16)) { ClockSeconds = random.NextInt(2 * TenYears) - TenYears });
        }

        if (random.NextBool(0.3))
        {
            strikes.Add(new Strike(StrikeKind.DamageMeanwhile, FaultyProcess.FrontDoor, Draw(random, doorSteps / 12)));
        }

        return strikes;
    }

    public override string ToString() => Kind switch
    {
        StrikeKind.Refuse => string.Create(CultureInfo.InvariantCulture, $"{Kind} error {Error} for {Length} steps from step {Step} of {Victims}"),
        StrikeKind.ClockJump => string.Create(CultureInfo.InvariantCulture, $"{Kind} to {ClockSeconds} s at step {Step} of {Victims}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Kind} {Moment} step {Step} of {Victims}"),
    };

    private static Strike DrawEnding(RandomStream random, long doorSteps, long workerSteps)
    {
        var (door, worker) = (Draw(random, doorSteps / 8), Draw(random, workerSteps / 8));
        var moment = (StrikeMoment)random.NextInt(3);
        var (error, length) = (_errors[random.NextInt(_errors.Length)], 1 + random.NextInt(6));
        return random.NextInt(12) switch
        {
            0 or 1 => new Strike(StrikeKind.Kill, FaultyProcess.FrontDoor, door) { Moment = moment },
            2 or 3 or 4 => new Strike(StrikeKind.Kill, FaultyProcess.Worker, worker) { Moment = moment },
            5 or 6 => new Strike(StrikeKind.PowerLoss, FaultyProcess.Both, door + worker) { Moment = moment },
            7 => new Strike(StrikeKind.Terminate, FaultyProcess.FrontDoor, door),
            8 => new Strike(StrikeKind.Interrupt, FaultyProcess.Both, door + worker),
            9 => new Strike(StrikeKind.Refuse, FaultyProcess.Worker, worker) { Error = error, Length = length },
            10 => new Strike(StrikeKind.Refuse, FaultyProcess.Both, door + worker) { Error = error, Length = 4 * length },
            _ => new Strike(StrikeKind.Refuse, FaultyProcess.FrontDoor, door) { Error = error, Length = length },
        };
    }

    private static long Draw(RandomStream random, long steps) => 1 + random.NextInt((int)Math.Max(1, steps));
}
