using System.Globalization;
using System.Xml.Linq;

/// <summary>What a .trx file says: how many tests passed, and why the others did not.</summary>
/// <param name="Passed">Tests that passed.</param>
/// <param name="Skipped">Tests that skipped themselves, for want of an optional tool.</param>
/// <param name="Failures">Failed tests, and assemblies whose run broke off.</param>
internal sealed record TestResults(int Passed, int Skipped, IReadOnlyList<TestFailure> Failures)
{
    private static readonly XNamespace Trx = "http://microsoft.com/schemas/VisualStudio/TeamTest/2010";

    public int Total => Passed + Failures.Count + Skipped;

    public bool IsSuccess => Failures.Count == 0 && Passed > 0;

    /// <param name="path">The file; missing where the test platform did not get so far.</param>
    /// <param name="exitCode">Of the test platform: a run that broke off may leave only passed tests behind, and must fail all the same.</param>
    public static TestResults Read(string path, int exitCode)
    {
        if (!File.Exists(path))
        {
            return new TestResults(0, 0, [new TestFailure("The test platform", $"wrote no {path}; it exited with code {exitCode}.")]);
        }

        var root = XElement.Load(path);
        var results = root.Descendants(Trx + "UnitTestResult").ToList();
        var failures = results.Where(result => Outcome(result) == "Failed").Select(ToFailure).ToList();
        failures.AddRange(BrokenOff(root));
        if (exitCode != 0 && failures.Count == 0)
        {
            failures.Add(new TestFailure("The test platform", FormattableString.Invariant($"exited with code {exitCode}.")));
        }

        return new TestResults(
            results.Count(result => Outcome(result) == "Passed"), results.Count(result => Outcome(result) == "NotExecuted"), failures);
    }

    public void PrintFailures(TextWriter output)
    {
        foreach (var failure in Failures)
        {
            output.WriteLine($"FAILED {failure.Test}");
            output.WriteLine($"  {failure.Message.ReplaceLineEndings($"{Environment.NewLine}  ")}");
        }
    }

    /// <summary>The line that a test command ends with.</summary>
    public override string ToString()
    {
        var line = string.Create(CultureInfo.InvariantCulture, $"{Passed} passed, {Failures.Count} failed");
        return Skipped == 0 ? line : string.Create(CultureInfo.InvariantCulture, $"{line}, {Skipped} skipped");
    }

    /// <summary>Assemblies whose process died. xUnit's own lines, which begin with its name, only repeat what the results say.</summary>
    private static IEnumerable<TestFailure> BrokenOff(XElement root) => root.Descendants(Trx + "RunInfo")
        .Where(info => Outcome(info) == "Error")
        .Select(info => info.Element(Trx + "Text")?.Value.Trim() ?? "It gave no reason.")
        .Where(text => !text.StartsWith("[xUnit.net", StringComparison.Ordinal))
        .Select(text => new TestFailure("The test platform", text));

    private static string? Outcome(XElement element) => element.Attribute("outcome")?.Value;

    private static TestFailure ToFailure(XElement result)
    {
        var error = result.Element(Trx + "Output")?.Element(Trx + "ErrorInfo");
        var text = $"{error?.Element(Trx + "Message")?.Value}\n{error?.Element(Trx + "StackTrace")?.Value}".Trim();
        return new TestFailure(result.Attribute("testName")?.Value ?? "A test without a name", text);
    }
}
