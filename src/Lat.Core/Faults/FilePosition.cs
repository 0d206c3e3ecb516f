namespace Lat.Core;

/// <summary>A place in a text file; line and column count from 1, and are both 0 for the thing as a whole.</summary>
public readonly record struct FilePosition(string File, int Line, int Column)
{
    /// <summary>A whole file, or something without lines such as an argument of the command line.</summary>
    public static FilePosition OfWhole(string name) => new(name, 0, 0);

    public bool IsWhole => Line == 0;

    public override string ToString() => IsWhole ? File : FormattableString.Invariant($"{File}:{Line}:{Column}");
}
