namespace Lat.Acceptance.Tests;

/// <summary>A fact about the compiled front door on a faulty disk.</summary>
public sealed class FaultFactAttribute : FactAttribute
{
    public FaultFactAttribute() => Skip = new FrontDoorFactAttribute().Skip
        ?? (FaultyDiskLibrary.CanCompile ? null : "There is no C compiler (cc) for the file layer that fails on command.");
}
