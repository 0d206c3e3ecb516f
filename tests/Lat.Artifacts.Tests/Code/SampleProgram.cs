namespace Lat.Artifacts.Tests;

/// <summary>A small program of several steps, and edits of it.</summary>
internal static class SampleProgram
{
    public const string Words = "one two";

    public const string Source = """
        using System;
        using System.Collections.Generic;
        using System.IO;
        using System.Linq;
        using System.Text.Json;
        using System.Text.Json.Serialization;
        using System.Threading.Tasks;
        namespace Lat.Sample;

        public abstract class Step { public abstract string Run(); }

        public sealed class Numbers : Step
        {
            public override string Run() => Near.Sum(2).ToString() + Near.Table.Length;
        }

        public static class Near
        {
            public static readonly double[] Table = [1.0, 2.0, 4.0];
            public static double Sum(int count) { var total = 0.0; for (var i = 0; i < count; i++) { total += Far.Weight(i); } return total; }
            public static double Unused() => 77.0;
        }

        public static class Far
        {
            private static readonly int Offset = Start() + 3;
            private static int Start() => 10;
            public static double Weight(int index) => index * 0.25 + Offset;
        }

        public sealed class Shapes : Step
        {
            public override string Run() { List<Shape> shapes = [new Circle(), new Square { Side = 2 }]; IVoice voice = new Dog(); return shapes.Sum(shape => shape.Area()) + voice.Say() + Named<Cat>(); }
            private static string Named<T>() where T : INamed => T.Name;
        }

        public abstract class Shape { public abstract double Area(); public virtual string Title() => "shape"; }
        public class Circle : Shape { public override double Area() => 3.14; public override string Title() => "circle"; }
        public sealed class Square : Shape { public double Side { get; init; } public override double Area() => Side * Side; }
        public sealed class Triangle : Shape { public override double Area() => 0.5; }
        public interface IVoice { string Say(); }
        public sealed class Dog : IVoice { public string Say() => "woof"; public override string ToString() => "dog"; }
        public sealed class Fish : IVoice { public string Say() => "blub"; }
        public interface INamed { static abstract string Name { get; } }
        public sealed class Cat : INamed { public static string Name => "cat"; }

        public sealed class Closures : Step
        {
            public override string Run()
            {
                var factor = 3;
                var scaled = new[] { 1, 2 }.Select(value => value * factor).Where(value => value > 4);
                int Twice(int value) => value * 2;
                return string.Join(",", scaled.Select(Twice)) + string.Join("", Odd(5)) + Later().Result;
            }

            private static IEnumerable<int> Odd(int limit) { for (var i = 1; i < limit; i += 2) { yield return i; } }
            private static async Task<string> Later() { var text = "late"; await Task.Yield(); return text + "r"; }
        }

        public sealed class Settings : Step
        {
            public override string Run() => JsonSerializer.Serialize(new Options { Name = "x" }) + Level("low") + Kind.Second;
            private static int Level(string text) => text switch { "low" => 1, "middle" => 2, "high" => 3, "higher" => 4, "top" => 5, "over" => 6, "past" => 7, _ => 0 };
        }

        public record Options
        {
            public string Name { get; init; } = "";
            public int Depth { get; init; } = 5;
            [JsonPropertyName("wide")] public Inner Width { get; init; } = new();
        }

        public record Inner { public int Left { get; init; } public int Right => Left + 1; }
        public enum Kind { First, Second = 5 }

        public sealed class Reader : Step
        {
            public override string Run() { using var stream = typeof(Marker).Assembly.GetManifestResourceStream("words.txt")!; return new StreamReader(stream).ReadToEnd(); }
        }

        public sealed class Marker;

        public sealed class Given(Plan plan) : Step
        {
            public override string Run() => plan.Describe();
        }

        public abstract record Plan { public abstract string Describe(); }
        public sealed record ShortPlan : Plan { public override string Describe() => "short"; }
        public sealed record LongPlan : Plan { public override string Describe() => "long"; }
        """;

    public static readonly string[] Steps = ["Numbers", "Shapes", "Closures", "Settings", "Reader", "Given"];

    private static readonly Lazy<IReadOnlyDictionary<string, CodeListing>> _before = new(() => Analyse(Source));

    /// <summary>The listings of the program as it stands.</summary>
    public static IReadOnlyDictionary<string, CodeListing> Before => _before.Value;

    /// <summary>The program with one text in place of another, which it has once.</summary>
    public static string With(string old, string now)
    {
        Assert.Equal(2, Source.Split(old).Length);
        return Source.Replace(old, now, StringComparison.Ordinal);
    }

    public static IReadOnlyDictionary<string, CodeListing> Analyse(string source, string words = Words)
    {
        using var folder = new TemporaryFolder();
        SampleCompiler.Compile(Path.Combine(folder.Path, "Lat.Sample.dll"), source, words);
        using var analysis = new CodeAnalysis(folder.Path);
        return Steps.ToDictionary(step => step, step => analysis.ListingOf("Lat.Sample", "Lat.Sample." + step, "Run"), StringComparer.Ordinal);
    }

    /// <summary>The steps whose identity an edit changes.</summary>
    public static IEnumerable<string> Changed(IReadOnlyDictionary<string, CodeListing> after) =>
        Steps.Where(step => Before[step].Identity != after[step].Identity);
}
