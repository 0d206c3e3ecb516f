using TorchSharp.Modules;

namespace Standins.TorchSharp.Tests;

public class ModuleTests
{
    private sealed class Pair : nn.Module<Tensor, Tensor>
    {
        private readonly Conv2d conv = nn.Conv2d(2, 3, 3, padding: 1);
        private readonly BatchNorm2d norm = nn.BatchNorm2d(3);
        private readonly ModuleList<Linear> heads = new(nn.Linear(3, 2), nn.Linear(3, 1, hasBias: false));
        private readonly Parameter scale = nn.Parameter(torch.ones(1));
        private readonly Tensor fixedShift = torch.zeros(1);

        internal Pair() : base(nameof(Pair)) => RegisterComponents();

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            var pooled = norm.call(conv.call(input)).relu().mean([2, 3]);
            return (torch.cat([.. heads.Select(head => head.call(pooled))], 1) * scale + fixedShift).MoveToOuterDisposeScope();
        }
    }

    [Fact]
    public void FieldsAreRegisteredUnderTheirNames()
    {
        using var pair = new Pair();
        Assert.Equal(
            ["scale", "conv.weight", "conv.bias", "norm.weight", "norm.bias", "heads.0.weight", "heads.0.bias", "heads.1.weight"],
            pair.named_parameters().Select(entry => entry.name));
        Assert.Equal(
            ["fixedShift", "norm.running_mean", "norm.running_var", "norm.num_batches_tracked"], pair.named_buffers().Select(entry => entry.name));
        Assert.Equal(["conv", "norm", "heads", "heads.0", "heads.1"], pair.named_modules().Select(entry => entry.name));
    }

    [Fact]
    public void ParametersOutliveTheScopeInWhichTheModuleWasMade()
    {
        Pair pair;
        using (NewDisposeScope())
        {
            pair = new Pair();
        }

        Assert.All(pair.parameters(), parameter => Assert.False(parameter.IsInvalid));
        Assert.All(pair.buffers(), buffer => Assert.False(buffer.IsInvalid));
        pair.Dispose();
    }

    [Fact]
    public void StateGoesFromOneModuleToAnother()
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        using Pair first = new(), second = new();
        var input = randn(2, 2, 4, 4);
        first.call(input);
        var (missing, unexpected) = second.load_state_dict(first.state_dict());
        Assert.Empty(missing);
        Assert.Empty(unexpected);
        first.eval();
        second.eval();
        Assert.False(second.training);
        Assert.Equal(first.call(input).data<float>().ToArray(), second.call(input).data<float>().ToArray());
        var partial = first.state_dict();
        partial.Remove("scale");
        Assert.Contains("scale", Assert.Throws<InvalidOperationException>(() => second.load_state_dict(partial)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void AFileHoldsTheState()
    {
        using var scope = NewDisposeScope();
        using Pair first = new(), second = new();
        using var memory = new MemoryStream();
        first.save(memory);
        memory.Position = 0;
        second.load(memory);
        Assert.All(first.state_dict(), entry => Assert.True(entry.Value.Equals(second.state_dict()[entry.Key])));
        memory.SetLength(memory.Length - 8);
        memory.Position = 0;
        Assert.Throws<EndOfStreamException>(() => second.load(memory));
    }

    [Fact]
    public void ConversionKeepsTheParametersAndMakesThemDoubles()
    {
        using var scope = NewDisposeScope();
        using var pair = new Pair();
        var before = pair.parameters().ToList();
        pair.to(float64);
        Assert.True(before.SequenceEqual(pair.parameters(), ReferenceEqualityComparer.Instance));
        Assert.All(pair.parameters(), parameter => Assert.Equal(ScalarType.Float64, parameter.dtype));
        Assert.Equal(ScalarType.Int64, pair.get_buffer("norm.num_batches_tracked")!.dtype);
        Assert.Equal(ScalarType.Float64, pair.call(ones(1, 2, 4, 4, dtype: float64)).dtype);
    }

    [Fact]
    public void SequencesDisposeWhatLiesBetween()
    {
        using var scope = NewDisposeScope();
        using var sequence = nn.Sequential(("first", nn.Linear(2, 3)), ("relu", nn.ReLU(inplace: true)), ("last", nn.Linear(3, 1)));
        var input = ones(1, 2);
        var before = scope.DisposablesCount;
        sequence.call(input);
        Assert.Equal(before + 1, scope.DisposablesCount);
        Assert.False(input.IsInvalid);
        Assert.Equal(["first.weight", "first.bias", "last.weight", "last.bias"], sequence.named_parameters().Select(entry => entry.name));
    }

    [Fact]
    public void BatchNormalizationTracksItsStatistics()
    {
        using var scope = NewDisposeScope();
        using var norm = nn.BatchNorm2d(1, momentum: 0.5);
        var result = norm.call(tensor(new float[] { 1, 3 }, [2, 1, 1, 1]));
        Assert.Equal([-1f, 1], result.data<float>().ToArray().Select(value => MathF.Round(value, 4)));
        Assert.Equal(1f, norm.running_mean!.item<float>());
        Assert.Equal(1.5f, norm.running_var!.item<float>());
        Assert.Equal(1L, norm.num_batches_tracked!.item<long>());
    }
}
