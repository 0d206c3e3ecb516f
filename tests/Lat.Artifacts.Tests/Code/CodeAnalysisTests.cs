using Lat.Core;

namespace Lat.Artifacts.Tests;

/// <summary>Which edits of a program change which of its steps.</summary>
public sealed class CodeAnalysisTests
{
    [Theory]
    [InlineData("index * 0.25", "index * 0.5", "Numbers")]
    [InlineData("Start() + 3", "Start() + 4", "Numbers")]
    [InlineData("Start() => 10", "Start() => 11", "Numbers")]
    [InlineData("[1.0, 2.0, 4.0]", "[1.0, 2.0, 8.0]", "Numbers")]
    [InlineData("total += Far.Weight(i)", "total += Near.Unused()", "Numbers")]
    [InlineData("Area() => 3.14", "Area() => 3.15", "Shapes")]
    [InlineData("Side * Side", "Side + Side", "Shapes")]
    [InlineData("Area() => 0.5", "Area() => 0.75", "")]
    [InlineData("Title() => \"circle\"", "Title() => \"ring\"", "")]
    [InlineData("\"woof\"", "\"wau\"", "Shapes")]
    [InlineData("\"dog\"", "\"hound\"", "Shapes")]
    [InlineData("\"blub\"", "\"\"", "")]
    [InlineData("Name => \"cat\"", "Name => \"tom\"", "Shapes")]
    [InlineData("Side = 2 }", "Side = 3 }", "Shapes")]
    [InlineData("value * factor", "value + factor", "Closures")]
    [InlineData("value > 4", "value > 5", "Closures")]
    [InlineData("factor = 3", "factor = 4", "Closures")]
    [InlineData("Twice(int value) => value * 2", "Twice(int value) => value * 3", "Closures")]
    [InlineData("i += 2", "i += 3", "Closures")]
    [InlineData("text + \"r\"", "text + \"st\"", "Closures")]
    [InlineData("Depth { get; init; } = 5", "Depth { get; init; } = 6", "Settings")]
    [InlineData("JsonPropertyName(\"wide\")", "JsonPropertyName(\"width\")", "Settings")]
    [InlineData("Right => Left + 1", "Right => Left + 2", "Settings")]
    [InlineData("public int Left { get; init; }", "public int Far { get; init; } public int Left { get; init; }", "Settings")]
    [InlineData("\"high\" => 3", "\"high\" => 33", "Settings")]
    [InlineData("\"top\" => 5", "\"summit\" => 5", "Settings")]
    [InlineData("First, Second = 5", "Primary, Second = 5", "Settings")]
    [InlineData("Describe() => \"long\"", "Describe() => \"very long\"", "Given")]
    public void AnEditChangesTheStepsThatReachItAndNoOther(string old, string now, string steps) =>
        Assert.Equal(steps.Split(' ', StringSplitOptions.RemoveEmptyEntries), SampleProgram.Changed(SampleProgram.Analyse(SampleProgram.With(old, now))));

    [Theory]
    [InlineData("var total = 0.0; for (var i = 0; i < count; i++) { total += Far.Weight(i); } return total;", "// adds up\nvar sum = 0.0;\nfor (var at = 0; at < count; at++)\n{\n    sum += Far.Weight(at);\n}\n\nreturn sum;")]
    [InlineData("public static double Unused() => 77.0;", "/// <summary>Nobody calls it.</summary>\npublic static double Unused() => 78.0; public static Func<int, int> Unseen => value => value + 1;")]
    [InlineData("private static int Start() => 10;\n    public static double Weight(int index) => index * 0.25 + Offset;", "public static double Weight(int index) => index * 0.25 + Offset;\n    private static int Start() => 10;")]
    [InlineData("public sealed class Marker;", "public sealed class Unrelated { public int Of(int a) { Func<int, int> f = b => a + b; return f(1); } public string Switch(string s) => s switch { \"a\" => \"b\", _ => s }; } public sealed class Marker;")]
    [InlineData("var factor = 3;\n        var scaled = new[] { 1, 2 }.Select(value => value * factor).Where(value => value > 4);", "var times = 3;\n        var kept = new[] { 1, 2 }.Select(item => item * times).Where(item => item > 4); var scaled = kept;")]
    [InlineData("public sealed class Closures : Step\n{", "public sealed class Closures : Step\n{\n    public int First() { Func<int, int> f = a => a + 7; int Local() => 5; return f(1) + Local(); }\n    public static async Task<int> Soon() { await Task.Yield(); return 3; }\n")]
    [InlineData("var text = \"late\"; await Task.Yield(); return text", "var word = \"late\"; await Task.Yield(); return word")]
    [InlineData("for (var i = 1; i < limit; i += 2) { yield return i; }", "for (var odd = 1; odd < limit; odd += 2) { yield return odd; }")]
    [InlineData("public sealed class Numbers : Step", "[System.Diagnostics.DebuggerDisplay(\"numbers\")] [Obsolete(\"Soon.\")] public sealed class Numbers : Step")]
    public void WhatChangesNoReachableCodeChangesNoStep(string old, string now) =>
        Assert.Empty(SampleProgram.Changed(SampleProgram.Analyse(SampleProgram.With(old, now))));

    [Fact]
    public void AChangedResourceChangesTheStepThatReadsOne() =>
        Assert.Equal(["Reader"], SampleProgram.Changed(SampleProgram.Analyse(SampleProgram.Source, "one two three")));

    [Fact]
    public void TheMethodThatChangedIsNamed() => Assert.Equal(
        ["method Lat.Sample.Far.Weight(System.Int32) changed"],
        CodeListing.Compare(SampleProgram.Before["Numbers"], SampleProgram.Analyse(SampleProgram.With("index * 0.25", "index * 0.5"))["Numbers"]).Select(difference => difference.ToString()));

    [Fact]
    public void ACallOfAnotherMethodNamesWhatIsReachedNowAndWhatIsNotAnyMore() => Assert.Equal(
        [
            "method Lat.Sample.Far..cctor() removed", "method Lat.Sample.Far.Start() removed", "method Lat.Sample.Far.Weight(System.Int32) removed",
            "method Lat.Sample.Near.Sum(System.Int32) changed", "method Lat.Sample.Near.Unused() added",
        ],
        CodeListing.Compare(SampleProgram.Before["Numbers"], SampleProgram.Analyse(SampleProgram.With("Far.Weight(i)", "Unused()"))["Numbers"]).Select(difference => difference.ToString()));

    [Fact]
    public void AListingHoldsTheFrameworkByItsVersion() =>
        Assert.Contains(SampleProgram.Before["Settings"].Entries, entry => entry.Name == "framework System.Text.Json" && entry.Value == typeof(System.Text.Json.JsonSerializer).Assembly.GetName().Version!.ToString());

    [Theory]
    [InlineData("Lat.Absent", "Lat.Sample.Numbers", "Run", "There is no assembly Lat.Absent.dll to read code from. Build again.")]
    [InlineData("Lat.Sample", "Lat.Sample.Absent", "Run", "Lat.Sample.dll has no type Lat.Sample.Absent. Build again.")]
    [InlineData("Lat.Sample", "Lat.Sample.Numbers", "Walk", "Lat.Sample.Numbers in Lat.Sample.dll has no method Walk. Build again.")]
    [InlineData("Lat.Broken", "Lat.Sample.Numbers", "Run", "The code of Lat.Sample.Numbers in Lat.Broken.dll cannot be read: ")]
    public void WhatCannotBeReadIsNamed(string assembly, string type, string entry, string message)
    {
        using var folder = new TemporaryFolder();
        SampleCompiler.Compile(Path.Combine(folder.Path, "Lat.Sample.dll"), SampleProgram.Source, "");
        folder.File("Lat.Broken.dll", "MZ, it says");
        using var analysis = new CodeAnalysis(folder.Path);
        Assert.StartsWith(message, Assert.Throws<LatException>(() => analysis.ListingOf(assembly, type, entry)).Message, StringComparison.Ordinal);
    }
}
