namespace Lat.Core;

/// <summary>A place in a text file; line and column count from 1.</summary>
public readonly record struct FilePosition(string File, int Line, int Column)
{
    public override string ToString() => FormattableString.Invariant($"{File}:{Line}:{Column}");
}
