namespace Nuke.Common;

/// <summary>How much a build says.</summary>
public enum Verbosity
{
    Verbose,
    Normal,
    Minimal,
    Quiet,
}
