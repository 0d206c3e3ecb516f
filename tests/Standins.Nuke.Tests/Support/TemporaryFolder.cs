using Nuke.Common.IO;

namespace Standins.Nuke.Tests;

/// <summary>A folder that is gone after the test.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public AbsolutePath Path { get; } = Directory.CreateTempSubdirectory("lat-nuke-").FullName;

    public void Dispose() => Path.DeleteDirectory();
}
