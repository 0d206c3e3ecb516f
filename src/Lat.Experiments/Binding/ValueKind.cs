namespace Lat.Experiments;

/// <summary>What a field's type asks of the file.</summary>
internal enum ValueKind
{
    Boolean,
    Integer,
    Real,
    Text,
    Enumeration,

    /// <summary>A type made from one text, with a static `IsValid` (`ClassName`).</summary>
    NamedText,

    /// <summary>A type made from one number, which is its `Value` (`Seed`).</summary>
    NamedNumber,
    List,
    Map,

    /// <summary>An abstract record whose `kind` chooses a sealed one.</summary>
    Variants,
    Record,
}
