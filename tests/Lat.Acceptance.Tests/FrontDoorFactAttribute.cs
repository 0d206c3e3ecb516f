namespace Lat.Acceptance.Tests;

/// <summary>A fact about the compiled front door. Skipped where these tests were compiled without it, and where there are no signals.</summary>
public sealed class FrontDoorFactAttribute : FactAttribute
{
    public FrontDoorFactAttribute()
    {
        if (!OperatingSystem.IsLinux())
        {
            Skip = "The front door's processes are watched through /proc.";
        }
        else if (!File.Exists(FrontDoorProcess.Program))
        {
            Skip = $"There is no {Path.GetFullPath(FrontDoorProcess.Program)}: compile build/_build.csproj, or run ./build.sh Test.";
        }
    }
}
