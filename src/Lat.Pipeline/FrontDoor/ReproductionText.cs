using System.Globalization;
using System.Text;
using Lat.Artifacts;
using Lat.Core;
using Lat.Detection;

namespace Lat.Pipeline;

/// <summary>A reproduction in words: a line for each stage, and for each file that differs where it does.</summary>
internal static class ReproductionText
{
    /// <param name="stages">What came of each stage.</param>
    /// <param name="store">Has the stored files.</param>
    /// <param name="scratch">Has those that came out this time.</param>
    public static string Format(EquatableArray<ReproducedStage> stages, ArtifactStore store, ArtifactStore scratch)
    {
        var text = new StringBuilder();
        var width = stages.Max(stage => stage.Node.Name.Length);
        foreach (var stage in stages)
        {
            text.Append(stage.Node.Name.PadRight(width)).Append("  ").AppendLine(Verdict(stage));
            foreach (var difference in stage.Differences)
            {
                text.Append("  ").AppendLine(Place(difference, store, scratch));
            }
        }

        var (identical, failed) = (stages.Count(stage => stage.IsIdentical), stages.Count(stage => stage.Again is null));
        return text.Append(CultureInfo.InvariantCulture, $"{stages.Count} stages run again: {identical} identical, {stages.Count - identical - failed} different, {failed} failed.").ToString();
    }

    private static string Verdict(ReproducedStage stage) => stage switch
    {
        { Again: null } => $"FAILED: {stage.Fault}",
        { IsIdentical: true } => string.Create(
            CultureInfo.InvariantCulture, $"identical ({stage.Stored.Outputs.Count} files, {new ByteSize(stage.Stored.Outputs.Sum(output => output.Size))})"),
        _ => string.Create(CultureInfo.InvariantCulture, $"DIFFERENT in {stage.Differences.Count} of {stage.Stored.Outputs.Count} files"),
    };

    private static string Place(OutputDifference difference, ArtifactStore store, ArtifactStore scratch)
    {
        if (difference is not { Stored: { } stored, Again: { } again, FirstOffset: { } offset })
        {
            return $"{difference.Output}: {(difference.Stored is null ? "not stored, but made this time" : "stored, but not made this time")}";
        }

        var sizes = stored.Size == again.Size ? "" : string.Create(CultureInfo.InvariantCulture, $" ({stored.Size:N0} bytes stored, {again.Size:N0} this time)");
        var place = TensorAt(store.VerifiedPath(stored), offset) is { } tensor && tensor == TensorAt(scratch.VerifiedPath(again), offset) ? $", {tensor}" : "";
        return string.Create(
            CultureInfo.InvariantCulture, $"{difference.Output}: first at byte {offset:N0} of {stored.Size:N0}{place}; {difference.DifferingBytes:N0} bytes differ{sizes}");
    }

    /// <summary>The tensor of a safetensors file that has a byte, and the element in it; null for other files and for bytes of the header.</summary>
    private static string? TensorAt(string path, long offset)
    {
        try
        {
            using var reader = SafeTensorsFile.Open(path);
            var entry = reader.Entries.FirstOrDefault(entry => offset >= entry.Offset && offset < entry.Offset + entry.Length);
            return entry is null ? null : $"in tensor '{entry.Name}' {entry.Form}";
        }
        catch (LatException)
        {
            return null;
        }
    }
}
