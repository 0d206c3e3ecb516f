namespace Lat.Core;

/// <summary>The name of a class inside one label space, as its dataset spells it (`vehicle.bus.rigid`, `traffic light`).</summary>
public readonly record struct ClassName : IComparable<ClassName>
{
    private readonly string? _value;

    /// <exception cref="ArgumentException">The name is empty, has control characters, or begins or ends with a blank.</exception>
    public ClassName(string value)
    {
        if (!IsValid(value))
        {
            throw new ArgumentException($"Not a class name: '{value}'. {ValidValues}");
        }

        _value = value;
    }

    /// <summary>What a class name must satisfy, for error messages.</summary>
    public const string ValidValues = "A class name is 1 to 100 printable characters without a blank at either end.";

    public string Value => _value ?? throw new InvalidOperationException("default(ClassName) is not a class name.");

    public static bool IsValid(string? value) =>
        value is { Length: > 0 and <= 100 } && !value.Any(char.IsControl) && !char.IsWhiteSpace(value[0]) && !char.IsWhiteSpace(value[^1]);

    public int CompareTo(ClassName other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    public static bool operator <(ClassName left, ClassName right) => left.CompareTo(right) < 0;
    public static bool operator >(ClassName left, ClassName right) => left.CompareTo(right) > 0;
    public static bool operator <=(ClassName left, ClassName right) => left.CompareTo(right) <= 0;
    public static bool operator >=(ClassName left, ClassName right) => left.CompareTo(right) >= 0;
}
