using System.Xml.Linq;

namespace Lat.Architecture.Tests;

/// <summary>The floors of src/ (docs/architecture.md): a project sees only lower floors, and each vendor has one room.</summary>
public sealed class FloorTests
{
    /// <summary>The `lat` command runs the pipeline's stages, so within the top floor it stands above the pipeline (docs/decisions/0001).</summary>
    private static readonly Dictionary<string, int> Floors = new(StringComparer.Ordinal)
    {
        ["Lat.Core"] = 0,
        ["Lat.Detection"] = 1,
        ["Lat.Artifacts"] = 1,
        ["Lat.Experiments"] = 1,
        ["Lat.Datasets"] = 1,
        ["Lat.Imaging"] = 1,
        ["Lat.Evaluation"] = 1,
        ["Lat.Transfer"] = 2,
        ["Lat.Reports"] = 2,
        ["Lat.Pipeline"] = 3,
        ["Lat.Cli"] = 4,
    };

    private static readonly Dictionary<string, string[]> Vendors = new(StringComparer.Ordinal)
    {
        ["Lat.Cli"] = ["System.CommandLine"],
        ["Lat.Transfer"] = ["TorchSharp"],
        ["Lat.Detection"] = ["TorchSharp"],
        ["Lat.Artifacts"] = ["AWSSDK.S3", "Mono.Cecil"],
        ["Lat.Experiments"] = ["YamlDotNet"],
        ["Lat.Datasets"] = ["Google.Protobuf", "Grpc.Tools", "Parquet.Net"],
        ["Lat.Imaging"] = ["SixLabors.ImageSharp"],
    };

    private static IEnumerable<(string Name, XDocument Project)> Projects => Repository.Files(".csproj")
        .Where(path => Repository.Relative(path).StartsWith("src/", StringComparison.Ordinal))
        .Select(path => (Path.GetFileNameWithoutExtension(path), XDocument.Load(path)));

    [Fact]
    public void EveryProjectHasAFloor() =>
        Assert.Equal(Floors.Keys.Order(StringComparer.Ordinal), Projects.Select(project => project.Name).Order(StringComparer.Ordinal));

    [Fact]
    public void AProjectSeesOnlyLowerFloors() => Assert.Empty(
        from project in Projects
        from reference in project.Project.Descendants("ProjectReference")
        let seen = Path.GetFileNameWithoutExtension((string)reference.Attribute("Include")!)
        where !Floors.TryGetValue(seen, out var floor) || floor >= Floors[project.Name]
        select $"{project.Name} sees {seen}");

    [Fact]
    public void EachVendorHasItsRoom() => Assert.Empty(
        from project in Projects
        from reference in project.Project.Descendants().Where(item => item.Name.LocalName is "PackageReference" or "LatPackage")
        let vendor = (string)reference.Attribute("Include")!
        where !Vendors.GetValueOrDefault(project.Name, []).Contains(vendor)
        select $"{project.Name} uses {vendor}");

    [Fact]
    public void NoProjectNamesAVersion() => Assert.Empty(
        from path in Repository.Files(".csproj")
        from reference in XDocument.Load(path).Descendants("PackageReference")
        where reference.Attribute("Version") is not null
        select $"{Repository.Relative(path)}: {(string)reference.Attribute("Include")!}");

    [Fact]
    public void EverySourceProjectHasItsTests() => Assert.Empty(
        from project in Projects
        where !File.Exists(Path.Combine(Repository.Root, "tests", project.Name + ".Tests", project.Name + ".Tests.csproj"))
        select project.Name);

    [Fact]
    public void TheSolutionHoldsEveryProject()
    {
        var solution = File.ReadAllText(Path.Combine(Repository.Root, "Lat.sln")).Replace('\\', '/');
        Assert.All(
            Repository.Files(".csproj").Select(Repository.Relative).Where(project => !project.StartsWith("bench/", StringComparison.Ordinal)),
            project => Assert.Contains($"\"{project}\"", solution));
    }
}
