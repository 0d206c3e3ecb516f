using Lat.Core;

namespace Lat.Artifacts;

/// <summary>The identity of one computation: equal keys promise equal results.</summary>
public readonly record struct StageKey(ContentHash Hash) : IComparable<StageKey>
{
    /// <summary>64 lower-case hexadecimal digits.</summary>
    public string Hex => Hash.Hex;

    /// <summary>The first 12 digits, for people.</summary>
    public string Abbreviated => Hash.Abbreviated;

    /// <exception cref="FormatException">The text is not 64 lower-case hexadecimal digits.</exception>
    public static StageKey Parse(string text) => new(ContentHash.Parse(text));

    public int CompareTo(StageKey other) => Hash.CompareTo(other.Hash);

    public override string ToString() => Hash.Hex;

    public static bool operator <(StageKey left, StageKey right) => left.CompareTo(right) < 0;
    public static bool operator >(StageKey left, StageKey right) => left.CompareTo(right) > 0;
    public static bool operator <=(StageKey left, StageKey right) => left.CompareTo(right) <= 0;
    public static bool operator >=(StageKey left, StageKey right) => left.CompareTo(right) >= 0;
}
