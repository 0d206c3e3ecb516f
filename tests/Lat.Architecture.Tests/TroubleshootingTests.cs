using System.Text.RegularExpressions;

namespace Lat.Architecture.Tests;

/// <summary>What docs/troubleshooting.md quotes is what Lat says.</summary>
public sealed partial class TroubleshootingTests
{
    private const string Elided = "…";

    private static readonly string Page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "troubleshooting.md"));

    [Fact]
    public void EveryQuotedMessageStandsInTheSource()
    {
        var sources = Repository.SourceFiles("src").Concat(Repository.SourceFiles("build")).Append(Path.Combine(Repository.Root, "eng", "bootstrap.sh"))
            .Select(path => Literals().Replace(File.ReadAllText(path), "")).ToList();
        var messages = Rows().Matches(Page).Select(row => row.Groups[1].Value).ToList();
        Assert.True(messages.Count >= 20, $"{messages.Count} messages");
        Assert.Equal([], messages.Where(message => !sources.Exists(source =>
            message.Split(Elided).All(part => source.Contains(part, StringComparison.Ordinal)))));
    }

    [Fact]
    public void NoMessageIsListedTwice()
    {
        var messages = Rows().Matches(Page).Select(row => row.Groups[1].Value).ToList();
        Assert.Equal(messages.Distinct(StringComparer.Ordinal), messages);
    }

    /// <summary>The first column of a table's row, in backquotes.</summary>
    [GeneratedRegex(@"^\| `([^`]+)` \|", RegexOptions.Multiline)]
    private static partial Regex Rows();

    /// <summary>Where a text is broken over two lines.</summary>
    [GeneratedRegex("\"\\)?\\s*\\+\\s*(FormattableString\\.Invariant\\()?\\$?\"")]
    private static partial Regex Literals();
}
