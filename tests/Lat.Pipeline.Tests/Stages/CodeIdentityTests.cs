using Lat.Artifacts;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Lat.Pipeline.Tests;

/// <summary>Which edits of this product's code change which of its stages.</summary>
public sealed class CodeIdentityTests : IDisposable
{
    private static readonly Lazy<Dictionary<string, CodeListing>> _before = new(() => Listings(AppContext.BaseDirectory));

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(
        "Lat.Detection", "NonMaximumSuppression", "KeepPerClass", "DetectorStage DownstreamStage EvaluateStage ExtractorStage PseudoLabelsStage",
        "AuditStage FeaturesStage ImportStage LatModelStage PseudoLabelTransferStage TransferStage")]
    [InlineData(
        "Lat.Transfer", "LabelSelection", "Select", "PseudoLabelTransferStage TransferStage",
        "AuditStage DetectorStage DownstreamStage EvaluateStage ExtractorStage FeaturesStage ImportStage LatModelStage PseudoLabelsStage")]
    public void AChangedNumberChangesTheStagesThatReachItAndNoOther(string assembly, string type, string method, string inside, string outside)
    {
        var changed = Changed(Patch(assembly, $"{assembly}.{type}", method)).ToList();
        Assert.Superset(inside.Split(' ').ToHashSet(StringComparer.Ordinal), changed.ToHashSet(StringComparer.Ordinal));
        Assert.Empty(changed.Intersect(outside.Split(' '), StringComparer.Ordinal));
        Assert.Equal(changed, _before.Value.Keys.Order(StringComparer.Ordinal).Where(stage =>
            _before.Value[stage].Entries.Any(entry => entry.Name.StartsWith($"method {assembly}.{type}.{method}(", StringComparison.Ordinal))));
    }

    [Fact]
    public void TheFrontDoorsOwnCodeChangesNoStage() =>
        Assert.Empty(Changed(Patch("Lat.Pipeline", "Lat.Pipeline.PlanText", "Format")));

    [Fact]
    public void AStandInCountsByItsCodeAndTheNativeSourceThatItCarries()
    {
        var listing = _before.Value["DetectorStage"];
        Assert.Contains(listing.Entries, entry => entry.Name is "resource lat_torch.cpp" || entry.Name.StartsWith("package TorchSharp", StringComparison.Ordinal));
        Assert.DoesNotContain(_before.Value["AuditStage"].Entries, entry => entry.Name.Contains("TorchSharp", StringComparison.Ordinal));
    }

    [Fact]
    public void EveryStageSaysWhatItsCodeIsAndANodeCarriesIt()
    {
        var graph = Some.Graph();
        Assert.All(graph.Nodes.Nodes, node => Assert.Equal(new CodeRevision(1, graph.CodeOf(node).Identity).ToString(), node.CodeRevision));
        Assert.Equal(_before.Value["ImportStage"].Identity, CodeIdentity.ListingOf(typeof(ImportStage)).Identity);
    }

    [Fact]
    public void TheCodeOfAGraphIsKeptWithAStoreOnce()
    {
        var graph = Some.Graph();
        var store = new ArtifactStore(_folder["store"]);
        graph.KeepCode(graph.Nodes, store);
        graph.KeepCode(graph.Nodes, store);
        var node = graph.Nodes["detector/mid/seed-1"];
        Assert.Equal(graph.CodeOf(node).Entries, new CodeArchive(store.Directory).Find(node.CodeRevision)!.Entries);
    }

    private static Dictionary<string, CodeListing> Listings(string folder)
    {
        using var analysis = new CodeAnalysis(folder);
        return typeof(Stage).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Stage)) && !type.IsAbstract)
            .ToDictionary(type => type.Name, type => analysis.ListingOf("Lat.Pipeline", type.FullName!, nameof(Stage.Run)), StringComparer.Ordinal);
    }

    private static IEnumerable<string> Changed(string folder)
    {
        var after = Listings(folder);
        return _before.Value.Keys.Where(stage => _before.Value[stage].Identity != after[stage].Identity).Order(StringComparer.Ordinal);
    }

    /// <summary>A copy of this program with another number in one method, or one more instruction where it has none.</summary>
    private string Patch(string assembly, string type, string method)
    {
        foreach (var file in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Order(StringComparer.Ordinal))
        {
            File.CreateSymbolicLink(_folder[Path.GetFileName(file)], file);
        }

        var path = _folder[assembly + ".dll"];
        File.Delete(path);
        using var module = ModuleDefinition.ReadModule(Path.Combine(AppContext.BaseDirectory, assembly + ".dll"));
        var body = module.GetType(type).Methods.First(candidate => candidate.Name == method).Body;
        if (body.Instructions.FirstOrDefault(instruction => instruction.OpCode.Code is Code.Ldc_I4_0 or Code.Ldc_I4_1 or Code.Ldc_I4_4) is { } constant)
        {
            constant.OpCode = OpCodes.Ldc_I4_7;
        }
        else
        {
            body.Instructions.Insert(0, Instruction.Create(OpCodes.Nop));
        }

        module.Write(path);
        return _folder.Path;
    }
}
