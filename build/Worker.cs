using Lat.Core;
using Nuke.Common.IO;

/// <summary>The `lat` program, which the same build puts into the folder beside the front door's.</summary>
internal static class Worker
{
    /// <summary>How to start it: by the dotnet that runs this build, wherever that is installed.</summary>
    /// <param name="buildAssemblyDirectory">The folder _build/release, beside which Lat.Cli/release lies.</param>
    public static EquatableArray<string> CommandBeside(AbsolutePath buildAssemblyDirectory) =>
        [DotNet.Program, buildAssemblyDirectory.Parent!.Parent! / "Lat.Cli" / buildAssemblyDirectory.Name / "lat.dll"];
}
