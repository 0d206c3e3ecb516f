using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>
/// What a stage is before its inputs exist: the hash of what it consumes itself and of the identities of the stages above it. Unlike a key
/// it does not change as results come in, so that a job can be known by it from its submission to its end.
/// </summary>
internal static class StageIdentities
{
    /// <param name="graph">The stages; their external inputs are hashed.</param>
    /// <exception cref="LatException">An external input cannot be read.</exception>
    public static IReadOnlyDictionary<string, ContentHash> Of(StageGraph graph)
    {
        var identities = new Dictionary<string, ContentHash>(StringComparer.Ordinal);
        foreach (var node in graph.Nodes)
        {
            var parts = new StageKeyParts
            {
                Kind = node.Kind,
                CodeRevision = node.CodeRevision,
                Fields = node.Fields,
                Inputs =
                [
                    .. node.Inputs.Select(input => new KeyInput(input.Name, Promised(identities[input.Node], input.Output))),
                    .. node.ExternalInputs.Select(input => new KeyInput(input.Name, HashOf(node, input))),
                ],
                Seed = node.Seed,
                Numerics = node.Numerics,
            };
            identities.Add(node.Name, parts.ToKey().Hash);
        }

        return identities;
    }

    /// <summary>An output that is still to be made.</summary>
    private static ContentHash Promised(ContentHash stage, string? output)
    {
        var writer = new CanonicalWriter();
        writer.WriteString("promised output");
        writer.WriteHash(stage);
        if (output is null)
        {
            writer.WriteNull();
        }
        else
        {
            writer.WriteString(output);
        }

        return writer.ToHash();
    }

    private static ContentHash HashOf(StageNode node, ExternalInput input)
    {
        try
        {
            return input.Hash(input.Path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new LatException($"The input '{input.Name}' of stage '{node.Name}' cannot be read: {input.Path}. {exception.Message} Check the path and the right to read it.", exception);
        }
    }
}
