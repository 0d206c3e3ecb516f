using System.Collections.Concurrent;
using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Turns the inputs of a node into content, once the nodes before it have results. External inputs are hashed once.</summary>
internal sealed class InputResolver
{
    private readonly ConcurrentDictionary<(string Path, Func<string, ContentHash> Hash), Lazy<ContentHash>> _external = new();

    /// <exception cref="LatException">An upstream node made no such output, or an external input cannot be read.</exception>
    public IReadOnlyList<ResolvedInput> Resolve(StageNode node, Func<string, StageResult> resultOf) =>
    [
        .. node.Inputs.SelectMany(input => Resolve(node, input, resultOf(input.Node))),
        .. node.ExternalInputs.Select(input => new ResolvedInput(input.Name, HashOnce(node, input), null, null, input)),
    ];

    public static StageKeyParts ToParts(StageNode node, IReadOnlyList<ResolvedInput> inputs) => new()
    {
        Kind = node.Kind,
        CodeRevision = node.CodeRevision,
        Fields = node.Fields,
        Inputs = [.. inputs.Select(input => new KeyInput(input.Name, input.Hash))],
        Seed = node.Seed,
        Numerics = node.Numerics,
    };

    /// <summary>Reads an external input anew.</summary>
    public static ContentHash HashNow(StageNode node, ExternalInput input)
    {
        try
        {
            return input.Hash(input.Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LatException(
                $"The input '{input.Name}' of stage '{node.Name}' cannot be read: {input.Path}. {exception.Message} Check the path and the right to read it.",
                exception);
        }
    }

    private ContentHash HashOnce(StageNode node, ExternalInput input) =>
        _external.GetOrAdd((input.Path, input.Hash), _ => new Lazy<ContentHash>(() => HashNow(node, input))).Value;

    private static IEnumerable<ResolvedInput> Resolve(StageNode node, StageInput input, StageResult result)
    {
        if (input.Output is null)
        {
            return result.Outputs.Select(output => new ResolvedInput($"{input.Name}/{output.Name}", output.Hash, input.Node, output, null));
        }

        var found = result.FindOutput(input.Output) ?? throw new LatException(
            $"The stage '{node.Name}' takes '{input.Output}' from '{input.Node}', which made only: " +
            $"{string.Join(", ", result.Outputs.Select(output => output.Name))}.");
        return [new ResolvedInput(input.Name, found.Hash, input.Node, found, null)];
    }
}
