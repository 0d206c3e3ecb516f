namespace Nuke.Common.Tooling;

/// <summary>Where a line was printed.</summary>
public enum OutputType
{
    Std,
    Err,
}
