namespace Lat.Acceptance.Tests;

/// <summary>Quickstart made as small as it goes: every stage is real, and none has time to become good, so thresholds let everything through.</summary>
internal static class MiniatureExperiment
{
    public const string Yaml = """
        version: 1
        description: A miniature of quickstart, for the acceptance tests.
        datasets:
          coarse: { kind: streets, space: coarse, train: 12, validation: 6, size: { width: 128, height: 96 } }
          fine: { kind: streets, space: fine, train: 12, validation: 6, size: { width: 128, height: 96 } }
          mid: { kind: streets, space: mid, train: 8, validation: 6, size: { width: 128, height: 96 } }
        targets: [mid]
        methods: [baseline, pseudo-label, lat, oracle]
        seeds: [1]
        detector:
          network: { regions: { scoreThreshold: 0.001, detectionsPerImage: 10 } }
          training: { iterations: 8, batchSize: 2, warmupIterations: 2, averageDecay: 0.9 }
        pseudoLabels: { scoreThreshold: 0.001 }
        downstream:
          training: { iterations: 6 }
          fineTuneIterations: 2
          labelThreshold: 0.05
        lat:
          training: { iterations: 8, batchSize: 2 }
          model: { proposals: { pseudoLabelThreshold: 0.001, maximumProposals: 100 } }
          transfer: { scoreThreshold: 0.001, joinPseudoLabels: false }
        gates:
          - { metric: ap50, target: mid, method: lat, minimum: 0 }
        """;

    /// <summary>The same experiment with comments, other spacing and another order of keys.</summary>
    public const string Reordered = """
        # The order of the keys, comments and quotes say nothing.
        gates:
          - target: mid
            minimum: 0   # points
            method: "lat"
            metric: ap50
        lat:
          model:
            proposals:
              maximumProposals: 100
              pseudoLabelThreshold: 0.001
          transfer:
            joinPseudoLabels: false
            scoreThreshold: 0.001
          training:
            batchSize: 2
            iterations: 8
        methods: [baseline, pseudo-label, lat, oracle]
        downstream: { labelThreshold: 0.05, fineTuneIterations: 2, training: { iterations: 6 } }
        pseudoLabels:
          scoreThreshold: 1e-3
        detector: { training: { averageDecay: 0.9, warmupIterations: 2, batchSize: 2, iterations: 8 }, network: { regions: { scoreThreshold: 0.001, detectionsPerImage: 10 } } }
        seeds:
          - 1
        targets:
          - mid
        datasets:
          mid: { train: 8, validation: 6, size: { height: 96, width: 128 }, kind: streets, space: mid }
          fine: { space: fine, train: 12, validation: 6, kind: streets, size: { width: 128, height: 96 } }
          coarse: { kind: streets, space: coarse, validation: 6, train: 12, size: { width: 128, height: 96 } }
        description: Other words for the same question.
        version: 1
        """;
}
