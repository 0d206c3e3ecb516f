namespace Lat.Artifacts.Tests;

/// <summary>Stands for the end of the process: whatever would still be done, the disk does not do it.</summary>
internal sealed class KilledException : Exception;
