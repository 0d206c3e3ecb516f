using System.Buffers;
using System.Text.Json;

namespace Lat.Pipeline.Tests;

public sealed class CarriedExperimentTests
{
    [Theory]
    [MemberData(nameof(CommittedExperimentsTests.Names), MemberType = typeof(CommittedExperimentsTests))]
    public void EveryCommittedExperimentReachesAWorkerAsItIs(string name)
    {
        var experiment = ExperimentFile.Load(Repository.Root, name, []);
        Assert.Equal(experiment, Carry(experiment));
    }

    [Fact]
    public void RowsCorrectionsMappingsAndGatesReachAWorkerAsTheyAre()
    {
        var experiment = Some.Experiment() with
        {
            Rows = [new RowOptions { Name = "loose", Method = Method.Lat, Lat = Some.Experiment("lat.training.iterations=7").Lat, Strategy = DownstreamStrategy.Double }],
            ClassMapping = NamedMap.Create(("fine", NamedMap.Create(("vehicle.car", new ClassName("car"))))),
            Corrections = [new CorrectionOptions { Source = new("fine"), Target = new("mid"), File = "reviewed \"ü\".json" }],
            Seeds = [new Seed(ulong.MaxValue), new Seed(0)],
            PublishedSettings = NamedMap.Create(("lat.training.batchSize", "4")),
        };
        Assert.Equal(experiment, Carry(experiment));
    }

    [Fact]
    public void EverythingThatAnExperimentCanSayCanBeCarried()
    {
        var (seen, open) = (new HashSet<Type>(), new Queue<Type>([typeof(Experiment)]));
        while (open.TryDequeue(out var type))
        {
            if (!seen.Add(type) || type.IsEnum || type == typeof(string) || type.IsPrimitive)
            {
                continue;
            }

            var cases = type.IsAbstract ? type.Assembly.GetTypes().Where(one => one.IsSealed && type.IsAssignableFrom(one)).ToList() : [];
            Assert.True(type.IsArray || cases.Count > 0 || RecordState.Of(type).IsPlain, $"{type} cannot be carried to a worker.");
            cases.ForEach(open.Enqueue);
            var parts = Nullable.GetUnderlyingType(type) is { } underlying ? [underlying]
                : type.IsArray ? [type.GetElementType()!]
                : cases.Count > 0 ? []
                : RecordState.Of(type).Fields.Select(field => field.FieldType);
            parts.ToList().ForEach(open.Enqueue);
        }

        Assert.Contains(typeof(StreetsDatasetOptions), seen);
        Assert.Contains(typeof(ClassName), seen);
        Assert.DoesNotContain(seen, type => type.IsPrimitive && Type.GetTypeCode(type)
            is not (TypeCode.Boolean or TypeCode.Int32 or TypeCode.Int64 or TypeCode.UInt64 or TypeCode.Single or TypeCode.Double));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    [InlineData(-0.0)]
    [InlineData(1e-05)]
    [InlineData(0.1 + 0.2)]
    [InlineData(double.Epsilon)]
    [InlineData(double.MaxValue)]
    public void ANumberKeepsItsBits(double number)
    {
        var read = Carry(new Numbers { Exact = number, Short = (float)number, Most = long.MinValue });
        Assert.Equal(BitConverter.DoubleToInt64Bits(number), BitConverter.DoubleToInt64Bits(read.Exact));
        Assert.Equal(BitConverter.SingleToInt32Bits((float)number), BitConverter.SingleToInt32Bits(read.Short));
        Assert.Equal(long.MinValue, read.Most);
    }

    [Fact]
    public void AListThatWasNeverGivenItemsIsEmptyWhereNullWouldBeNone()
    {
        Assert.NotNull(Carry(new Numbers { Optional = default(EquatableArray<int>) }).Optional);
        Assert.Null(Carry(new Numbers()).Optional);
        Assert.Equal([null, 3], Carry(new Numbers { Items = [null, 3] }).Items.ToArray());
    }

    [Fact]
    public void WhatIsNoRecordIsNotCarried() => Assert.Throws<NotSupportedException>(() => Carry(new Foreign { Source = new Uri("https://example.org") }));

    private static T Carry<T>(T value)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            RecordStateWriter.Write(json, typeof(T), value);
        }

        using var document = JsonDocument.Parse(bytes.WrittenMemory);
        return (T)RecordStateReader.Read(document.RootElement, typeof(T))!;
    }

    private sealed record Numbers
    {
        public double Exact { get; init; }

        public float Short { get; init; }

        public long Most { get; init; }

        public EquatableArray<int>? Optional { get; init; }

        public EquatableArray<int?> Items { get; init; } = [];
    }

    private sealed record Foreign
    {
        public required Uri Source { get; init; }
    }
}
