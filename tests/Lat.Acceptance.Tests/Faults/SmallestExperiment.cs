namespace Lat.Acceptance.Tests;

/// <summary>The smallest experiment that has every kind of stage of quickstart. Training leaves a checkpoint after every step, so that there are many to go on from.</summary>
internal static class SmallestExperiment
{
    public const string Yaml = """
        version: 1
        description: The smallest pipeline that has every kind of stage, for faults.
        datasets:
          coarse: { kind: streets, space: coarse, train: 4, validation: 2, size: { width: 64, height: 64 } }
          mid: { kind: streets, space: mid, train: 4, validation: 2, size: { width: 64, height: 64 } }
        targets: [mid]
        methods: [pseudo-label, lat, oracle]
        seeds: [1]
        detector:
          network: { regions: { scoreThreshold: 0.001, detectionsPerImage: 10 } }
          training: { iterations: 3, batchSize: 2, warmupIterations: 1, averageDecay: 0.9, checkpointEvery: 1 }
        pseudoLabels: { scoreThreshold: 0.001 }
        downstream:
          training: { iterations: 2, checkpointEvery: 1 }
          fineTuneIterations: 1
          labelThreshold: 0.05
        lat:
          training: { iterations: 3, batchSize: 2, checkpointEvery: 1 }
          model: { proposals: { pseudoLabelThreshold: 0.001, maximumProposals: 100 } }
          transfer: { scoreThreshold: 0.001, joinPseudoLabels: false }
        """;
}
