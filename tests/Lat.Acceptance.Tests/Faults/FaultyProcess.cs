namespace Lat.Acceptance.Tests;

/// <summary>Whose steps count for a strike. The numbers are those of faulty_disk.c.</summary>
[Flags]
internal enum FaultyProcess
{
    /// <summary>The process that plans and publishes.</summary>
    FrontDoor = 1,

    /// <summary>Any worker.</summary>
    Worker = 2,

    /// <summary>Whoever takes the step.</summary>
    Both = FrontDoor | Worker,
}
