namespace Lat.Artifacts.Tests;

/// <summary>Believes that everything is on the disk at once.</summary>
internal sealed class UnflushedDisk : StoreDisk
{
    public override void Flush(string path)
    {
    }

    public override void FlushFolder(string path)
    {
    }
}
