namespace Lat.Artifacts.Tests;

/// <summary>A disk that is not waited for: tests with thousands of stages do not lose the power.</summary>
internal sealed class UnflushedFiles() : StoreFiles(new UnflushedDisk());
