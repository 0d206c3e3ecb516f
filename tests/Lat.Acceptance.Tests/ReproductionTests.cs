using Lat.Pipeline;

namespace Lat.Acceptance.Tests;

/// <summary>The same spec gives the same bytes, and damage heals.</summary>
public sealed class ReproductionTests
{
    [Fact]
    public void TheSameSpecInTwoFoldersGivesTheSameBytesAndDamageHeals()
    {
        using var first = new Workshop(MiniatureExperiment.Yaml);
        using var second = new Workshop(MiniatureExperiment.Yaml);
        Assert.Equal(0, first.Run(PipelineGoal.Transfer));
        Assert.Equal(0, second.Run(PipelineGoal.Transfer, jobs: 1));
        var blobs = Blobs(first);
        Assert.True(blobs.Count > 20, $"Only {blobs.Count} blobs.");
        Assert.Equal(blobs, Blobs(second));

        var (victim, content) = Damage(second);
        Assert.Equal(0, second.Run(PipelineGoal.Transfer));
        Assert.NotEmpty(second.Ran);
        Assert.Equal(content, File.ReadAllBytes(victim));
        Assert.Equal(0, second.Run(PipelineGoal.Transfer));
        Assert.Empty(second.Ran);
    }

    /// <summary>The names of the blobs are the hashes of their content: weights, labels, features and all.</summary>
    private static IReadOnlyList<string> Blobs(Workshop workshop) => [.. Files(workshop).Select(path => Path.GetFileName(path)!)];

    private static IEnumerable<string> Files(Workshop workshop) =>
        Directory.EnumerateFiles(Path.Combine(workshop.Store, "blobs"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>Cuts a blob of the store short, as a failing disk would.</summary>
    private static (string Path, byte[] Content) Damage(Workshop workshop)
    {
        var victim = Files(workshop).OrderByDescending(path => new FileInfo(path).Length).First();
        var content = File.ReadAllBytes(victim);
        File.SetAttributes(victim, FileAttributes.Normal);
        File.WriteAllBytes(victim, content[..(content.Length / 2)]);
        return (victim, content);
    }
}
