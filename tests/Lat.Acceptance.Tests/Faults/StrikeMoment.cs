namespace Lat.Acceptance.Tests;

/// <summary>When, as seen from the step that it hits, a strike falls. The numbers are those of faulty_disk.c.</summary>
internal enum StrikeMoment
{
    /// <summary>The step is not taken.</summary>
    Before = 0,

    /// <summary>Half of what is written reaches the file.</summary>
    Within = 1,

    /// <summary>The step was the last.</summary>
    After = 2,
}
