using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>Says which weights an experiment names, and whether they lie here and are the right ones.</summary>
/// <param name="output">Where the lines go; the caller owns it.</param>
public sealed class WeightsDesk(TextWriter output)
{
    /// <summary>Prints two or three lines for each file.</summary>
    /// <returns>0; 1 where a file is missing or is another than the named one.</returns>
    public int Check(Experiment experiment)
    {
        var weights = ExperimentWeights.Of(experiment);
        if (weights.Count == 0)
        {
            output.WriteLine("The experiment names no weights: every network starts from random ones.");
            return 0;
        }

        var faults = 0;
        foreach (var file in weights)
        {
            output.WriteLine($"{file.Fields}: {file.File}");
            var (line, isRight) = Judge(file);
            output.WriteLine("  " + line);
            faults += isRight ? 0 : 1;
        }

        output.WriteLine(FormattableString.Invariant($"Weights: {weights.Count - faults} right, {faults} missing or wrong"));
        return faults == 0 ? 0 : 1;
    }

    private static (string Line, bool IsRight) Judge(NamedWeights weights)
    {
        if (!File.Exists(weights.File))
        {
            return ($"missing at '{Path.GetFullPath(weights.File)}'. {RemedyOf(weights)}", false);
        }

        try
        {
            var (hash, size) = (ContentHash.OfFile(weights.File), new ByteSize(new FileInfo(weights.File).Length));
            return hash.Hex == weights.Sha256
                ? ($"right: {size}, SHA-256 {hash}", true)
                : ($"another file ({size}): its SHA-256 is {hash}, the experiment names {weights.Sha256}. If it is the one that you mean, write its "
                    + $"SHA-256 into the experiment. {RemedyOf(weights)}", false);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return ($"cannot be read: {fault.Message}", false);
        }
    }

    private static string RemedyOf(NamedWeights weights) => weights.Source is { } source
        ? $"Published at {source}"
        : "No place is known where it is published: ask whoever wrote the experiment.";
}
