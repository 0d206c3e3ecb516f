using Lat.Artifacts;
using Lat.Core;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>The worker's side of an order: finds the stage, runs it, and leaves the answer.</summary>
public static class StageWorker
{
    /// <param name="orderPath">The order's file, in the stage's work directory.</param>
    /// <param name="report">Takes lines of progress.</param>
    /// <exception cref="LatException">The order or an input is not what it should be, or the disk refuses.</exception>
    public static void Run(string orderPath, Action<string> report)
    {
        var workDirectory = Path.GetDirectoryName(Path.GetFullPath(orderPath))!;
        try
        {
            Run(StageOrder.Read(orderPath), workDirectory, report);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw StoreErrors.Translate(exception, workDirectory);
        }
    }

    private static void Run(StageOrder order, string workDirectory, Action<string> report)
    {
        if (ExperimentGraph.Find(order.Experiment.Value, order.Stage) is not { } stage || stage.CodeRevision.ToString() != order.CodeRevision)
        {
            throw new LatException("The worker was built from other code than the front door that planned this stage. Run ./build.sh again.");
        }

        if (order.TorchVersion is { } expected && stage.ComputesWithTensors)
        {
            RequireTorch(expected);
        }

        var outputs = stage.Run(new StageContext(order.Inputs, workDirectory, order.Device, report) { ScalarsDirectory = order.ScalarsDirectory });
        new StageAnswer(outputs, PeakMemory.Read()).Write(workDirectory);
    }

    /// <summary>Apart, so that a stage without tensors does not load what computes with them.</summary>
    private static void RequireTorch(string expected)
    {
        if (torch.__version__ != expected)
        {
            throw new LatException(
                $"This machine computes with libtorch {torch.__version__}, but the stage was planned for {expected}: its result would be filed under a wrong key. " +
                "Give all machines the same libtorch (environment variable LIBTORCH), then run again.");
        }
    }
}
