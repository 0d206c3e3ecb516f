using Lat.Core;

namespace Lat.Experiments;

/// <summary>A text as it stands in the file; what it means depends on the field that takes it.</summary>
public sealed class ScalarNode : SpecNode
{
    internal ScalarNode(FilePosition position, string text, bool isPlain) : base(position, 1, 1) => (Text, IsPlain) = (text, isPlain);

    public string Text { get; }

    /// <summary>Written without quotes and not as a block.</summary>
    public bool IsPlain { get; }

    /// <summary>Nothing, `~` or `null`, without quotes.</summary>
    public bool IsNull => IsPlain && (Text is "" or "~" or "null" or "Null" or "NULL");

    internal override string Description => !IsNull ? FaultText.Quote(Text) : Text.Length == 0 ? "empty" : "null";
}
