using System.Text.RegularExpressions;

namespace Lat.Architecture.Tests;

/// <summary>The house style, as far as a machine can see it.</summary>
public sealed partial class SourceFileTests
{
    private static readonly string[] Folders = ["src", "build", "standins", "tests", "bench"];

    private static IReadOnlyList<string> All => [.. Folders.SelectMany(Repository.SourceFiles)];

    [Fact]
    public void NoFileIsLongerThan400Lines() =>
        Assert.Empty(All.Where(path => File.ReadLines(path).Count() > 400).Select(Repository.Relative));

    [Fact]
    public void MostFilesAreSmall()
    {
        var lengths = All.Select(path => File.ReadLines(path).Count()).Order().ToList();
        Assert.True(lengths[lengths.Count / 2] < 60, $"The median file has {lengths[lengths.Count / 2]} lines.");
        Assert.True(lengths[lengths.Count * 9 / 10] < 200, $"Nine in ten files have up to {lengths[lengths.Count * 9 / 10]} lines.");
    }

    [Fact]
    public void NoNameSaysNothing() =>
        Assert.Empty(All.Where(path => Empty().IsMatch(Path.GetFileNameWithoutExtension(path))).Select(Repository.Relative));

    [Fact]
    public void NamespacesAreTheProjects() => Assert.Empty(
        from path in Repository.SourceFiles("src")
        let project = Repository.Relative(path).Split('/')[1]
        let named = File.ReadLines(path).FirstOrDefault(line => line.StartsWith("namespace ", StringComparison.Ordinal))
        where named is not null && named != $"namespace {project};"
        select $"{Repository.Relative(path)}: {named}");

    [Fact]
    public void EveryPublicTypeOfTheProductIsDocumented() => Assert.Empty(
        from path in Repository.SourceFiles("src")
        let lines = File.ReadAllLines(path)
        from number in Enumerable.Range(0, lines.Length)
        where PublicType().IsMatch(lines[number]) && !IsDocumented(lines, number)
        select $"{Repository.Relative(path)}:{number + 1}");

    [Fact]
    public void OnlyTheEntryPointsTouchTheConsoleOrExit() => Assert.Empty(
        from path in Repository.SourceFiles("src")
        where !Repository.Relative(path).StartsWith("src/Lat.Cli/", StringComparison.Ordinal)
        let text = File.ReadAllText(path)
        where text.Contains("Console.", StringComparison.Ordinal) || text.Contains("Environment.Exit", StringComparison.Ordinal)
        select Repository.Relative(path));

    private static bool IsDocumented(string[] lines, int number)
    {
        var above = number - 1;
        while (above >= 0 && (lines[above].TrimStart().StartsWith('[') || lines[above].TrimEnd().EndsWith(']')))
        {
            above--;
        }

        // The first part of a partial type carries the summary; further parts name their seam in the file name.
        return above >= 0 && lines[above].TrimStart().StartsWith("///", StringComparison.Ordinal) || lines[number].Contains(" partial ", StringComparison.Ordinal);
    }

    [GeneratedRegex("(Helper|Util|Utils|Common|Manager)s?$")]
    private static partial Regex Empty();

    [GeneratedRegex(@"^\s*public (sealed |static |abstract |readonly |partial |ref )*(class|record|struct|interface|enum|delegate) ")]
    private static partial Regex PublicType();
}
