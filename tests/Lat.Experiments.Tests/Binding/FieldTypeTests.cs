using System.ComponentModel.DataAnnotations;
using Lat.Core;

namespace Lat.Experiments.Tests;

public sealed class FieldTypeTests
{
    private const string Yaml = """
        version: 1
        maybe: [1, ~, 3]
        words: [a, ~]
        grid: [[1, 2], []]
        list: [0.1]
        map: {b: [2], a: [1]}
        space: {classes: [car, bus]}
        optional: [x]
        exact: 0.30
        large: 9223372036854775807
        """;

    private static readonly Odd Expected = new()
    {
        Maybe = [1, null, 3],
        Words = ["a", null],
        Grid = [[1, 2], []],
        List = (EquatableArray<float>)[0.1f],
        Map = NamedMap.Create<EquatableArray<int>>(("a", [1]), ("b", [2])),
        Space = new LabelSpace("car", "bus"),
        Optional = ["x"],
        Exact = 0.30m,
        Large = long.MaxValue,
    };

    [Fact]
    public void ListsMapsAndNullablesNest() => Assert.Equal(Expected, Bind(Yaml));

    [Fact]
    public void TheyAreWrittenAndReadBack() => Assert.Equal(Expected, Bind(ExperimentWriter.ToYaml(Expected)));

    [Theory]
    [InlineData("strict: [a, ~]", "line 2, column 13  'strict[1]' is null; expected text")]
    [InlineData("grid: [1]", "line 2, column 8  'grid[0]' is '1'; expected a list")]
    [InlineData("grid: [[1, x]]", "line 2, column 12  'grid[0][1]' is 'x'; expected a whole number")]
    [InlineData("map: {a: 1}", "line 2, column 10  'map.a' is '1'; expected a list")]
    [InlineData("space: {}", "line 2, column 8  missing key 'classes' in 'space'; expected a list")]
    [InlineData("space: {classes: [a, a]}", "line 2, column 8  'space' is not valid: A label space names each class once; named twice: a")]
    [InlineData("needed: {width: 1}", "line 2, column 9  missing key 'height' in 'needed'; expected a whole number")]
    [InlineData("code: abcd", "line 2, column 7  'code' is 'abcd'; expected 2 to 3 characters")]
    [InlineData("code: no", "line 2, column 7  'code' is 'no'; expected another value")]
    [InlineData("worded: 7", "line 2, column 9  'worded' is '7'; expected a share of the whole")]
    [InlineData("exact: 1e40", "line 2, column 8  'exact' is '1e40'; expected a smaller number")]
    [InlineData("list: [1e39]", "line 2, column 8  'list[0]' is '1e39'; expected a smaller number")]
    public void AFaultNamesThePlaceInside(string line, string fault) => Assert.Equal(
        Some.Message(fault), Assert.Throws<ExperimentNotValidException>(() => Bind($"version: 1\n{line}\n")).Message);

    [Fact]
    public void ATypeThatNoFileCanGiveIsTheAuthorsMistake() =>
        Assert.Throws<NotSupportedException>(() => ExperimentBinder.Bind<Impossible>(ExperimentDocument.Parse("version: 1\n", Some.File)));

    private static Odd Bind(string yaml) => ExperimentBinder.Bind<Odd>(ExperimentDocument.Parse(yaml, Some.File));

    public sealed record Odd
    {
        public EquatableArray<int?> Maybe { get; init; } = [];
        public EquatableArray<string?> Words { get; init; } = [];
        public EquatableArray<string> Strict { get; init; } = [];
        public EquatableArray<EquatableArray<int>> Grid { get; init; } = [];
        public IReadOnlyList<float> List { get; init; } = (EquatableArray<float>)[];
        public IReadOnlyDictionary<string, EquatableArray<int>> Map { get; init; } = NamedMap<EquatableArray<int>>.Empty;
        public LabelSpace? Space { get; init; }
        public EquatableArray<string>? Optional { get; init; }
        public ImageSize? Needed { get; init; }
        public decimal Exact { get; init; }
        public long Large { get; init; }

        [StringLength(3, MinimumLength = 2)]
        [DeniedValues("no")]
        public string? Code { get; init; }

        [Range(0, 1, ErrorMessage = "expected a share of the whole")]
        public double Worded { get; init; }
    }

    public sealed record Impossible
    {
        public TimeSpan Duration { get; init; }
    }
}
