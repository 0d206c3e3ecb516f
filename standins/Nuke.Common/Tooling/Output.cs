namespace Nuke.Common.Tooling;

/// <summary>One line that a process printed.</summary>
#pragma warning disable CA1051 // The package has fields here.
public struct Output
{
    public OutputType Type;
    public string Text;
}
#pragma warning restore CA1051
