namespace Lat.Artifacts.Tests;

/// <summary>A clock that moves on by a step whenever it is looked at, so that a wait takes the same looks on every machine.</summary>
internal sealed class SteppingClock(TimeSpan step, Action looked) : TimeProvider
{
    private long _now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp()
    {
        looked();
        return _now += step.Ticks;
    }
}
