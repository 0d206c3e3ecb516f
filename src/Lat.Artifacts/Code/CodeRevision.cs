using System.Globalization;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>What a stage's key says of its code: a number that people raise, and the identity of what its entry point reaches.</summary>
/// <param name="Number">Raised by hand where a result may change and no compiled code does.</param>
/// <param name="Identity">The identity of a <see cref="CodeListing"/>.</param>
public readonly record struct CodeRevision(int Number, ContentHash Identity)
{
    /// <summary>Reads the text of a revision.</summary>
    /// <returns>Null where it is of another form, as those of stages without a listing are.</returns>
    public static CodeRevision? TryParse(string text) =>
        text.IndexOf('-', StringComparison.Ordinal) is > 0 and var dash &&
        int.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var number) &&
        ContentHash.TryParse(text[(dash + 1)..], out var identity)
            ? new CodeRevision(number, identity)
            : null;

    public override string ToString() => FormattableString.Invariant($"{Number}-{Identity.Hex}");
}
