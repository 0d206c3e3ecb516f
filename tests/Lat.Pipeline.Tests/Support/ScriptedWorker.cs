namespace Lat.Pipeline.Tests;

/// <summary>A worker that is a few lines of shell.</summary>
internal static class ScriptedWorker
{
    public static EquatableArray<string> Write(TemporaryFolder folder, string script)
    {
        var path = folder["worker.sh"];
        File.WriteAllText(path, script);
        return ["/bin/sh", path];
    }
}
