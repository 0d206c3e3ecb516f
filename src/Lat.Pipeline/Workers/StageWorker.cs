using Lat.Artifacts;
using Lat.Core;
using Lat.Experiments;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>The worker's side of an order: finds the stage, runs it, and leaves the answer.</summary>
public static class StageWorker
{
    /// <param name="orderPath">The order's file, in the stage's work directory.</param>
    /// <param name="report">Takes lines of progress.</param>
    public static void Run(string orderPath, Action<string> report)
    {
        var order = StageOrder.Read(orderPath);
        var workDirectory = Path.GetDirectoryName(Path.GetFullPath(orderPath))!;
        var experiment = ExperimentBinder.Bind<Experiment>(ExperimentDocument.Parse(order.ExperimentYaml, order.ExperimentName));

        // The worker's numerics are the front door's business: they are in the key that it computed, and a stage does not read them.
        var graph = ExperimentGraph.Of(order.ExperimentName, experiment, new Numerics("", ""));
        if (graph.Nodes[order.Stage].CodeRevision != order.CodeRevision)
        {
            throw new LatException("The worker was built from other code than the front door that planned this stage. Run ./build.sh again.");
        }

        if (order.TorchVersion is { } expected && graph.Nodes[order.Stage].Numerics.Count > 0 && torch.__version__ != expected)
        {
            throw new LatException(
                $"This machine computes with libtorch {torch.__version__}, but the stage was planned for {expected}: its result would be filed under a wrong key. " +
                "Give all machines the same libtorch (environment variable LIBTORCH), then run again.");
        }

        var outputs = graph[order.Stage].Run(new StageContext(
            NamedMap.Create([.. order.Inputs.Select(input => (input.Key, input.Value))]), workDirectory, order.Device, report) { ScalarsDirectory = order.ScalarsDirectory });
        new StageAnswer([.. outputs], PeakMemory.Read()).Write(workDirectory);
    }
}
