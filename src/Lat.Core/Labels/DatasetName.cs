namespace Lat.Core;

/// <summary>The name of a dataset inside an experiment (`cityscapes`, `fine`); safe in a file name, a key and a command line.</summary>
public readonly record struct DatasetName : IComparable<DatasetName>
{
    private readonly string? _value;

    /// <exception cref="ArgumentException">The name has other characters than the allowed ones.</exception>
    public DatasetName(string value)
    {
        if (!IsValid(value))
        {
            throw new ArgumentException($"Not a dataset name: '{value}'. {ValidValues}");
        }

        _value = value;
    }

    /// <summary>What a dataset name must satisfy, for error messages.</summary>
    public const string ValidValues = "A dataset name is 1 to 40 of a-z, 0-9 and '-', beginning with a letter.";

    public string Value => _value ?? throw new InvalidOperationException("default(DatasetName) is not a dataset name.");

    public static bool IsValid(string? value) =>
        value is { Length: > 0 and <= 40 } && value[0] is >= 'a' and <= 'z' && value.All(c => c is >= 'a' and <= 'z' or >= '0' and <= '9' or '-');

    public int CompareTo(DatasetName other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;

    public static bool operator <(DatasetName left, DatasetName right) => left.CompareTo(right) < 0;
    public static bool operator >(DatasetName left, DatasetName right) => left.CompareTo(right) > 0;
    public static bool operator <=(DatasetName left, DatasetName right) => left.CompareTo(right) <= 0;
    public static bool operator >=(DatasetName left, DatasetName right) => left.CompareTo(right) >= 0;
}
