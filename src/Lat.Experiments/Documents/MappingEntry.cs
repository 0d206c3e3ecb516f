using Lat.Core;

namespace Lat.Experiments;

/// <summary>One `key: value` of a mapping.</summary>
public sealed record MappingEntry(string Key, FilePosition KeyPosition, SpecNode Value);
