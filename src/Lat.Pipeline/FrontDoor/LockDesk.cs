using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>Writes an experiment's lock file, and opens it for a run that goes by it.</summary>
internal sealed class LockDesk(TextWriter output)
{
    /// <summary>Writes the lock of stored results; runs nothing.</summary>
    /// <returns>0.</returns>
    /// <exception cref="LatException">A stage has no stored result, or the experiment is not the file's own.</exception>
    public int Write(PreparedExperiment prepared)
    {
        var request = prepared.Request;
        if (request.Overrides.Count > 0)
        {
            throw new LatException("A lock belongs to the experiment's file, not to what --set makes of it. Write the change into the file, or leave out --set.");
        }

        var plan = Planner.Plan(prepared.Graph.Nodes, prepared.Store);
        if (plan.Stages.Where(stage => stage.Result is null).Select(stage => stage.Node.Name).ToList() is { Count: > 0 } missing)
        {
            throw new LatException(
                FormattableString.Invariant($"There is nothing to lock yet: {missing.Count} of {plan.Stages.Count} stages have no stored result ({string.Join(", ", missing.Take(5))}") +
                $"{(missing.Count > 5 ? ", …" : "")}). Run ./build.sh Benchmark --experiment {request.Experiment} first.");
        }

        var path = PathOf(request);
        LockFile.Write(path, request.Experiment, LockMaker.Make(prepared, plan.Stages.ToDictionary(stage => stage.Node.Name, stage => stage.Result!, StringComparer.Ordinal)));
        output.WriteLine(FormattableString.Invariant(
            $"Lock: {Path.GetRelativePath(request.RootDirectory, path)} ({plan.Stages.Count} stages). Commit it; --locked refuses everything else."));
        return 0;
    }

    /// <summary>The lock that a run goes by.</summary>
    /// <exception cref="LatException">There is none, or the experiment, its data or the machine is not as it says; every difference is in the message.</exception>
    public static LockGuard Require(PreparedExperiment prepared)
    {
        var path = PathOf(prepared.Request);
        var guard = new LockGuard(LockFile.Read(path, prepared.Request.Experiment), path);
        return guard.Differences(prepared) is { Count: > 0 } differences
            ? throw new LatException(
                $"Nothing was run: this is not what {path} has locked.\n  {string.Join("\n  ", differences)}\n" +
                $"Leave out --locked to run all the same; if what is new is right, run it and write the lock again with ./build.sh Lock --experiment {prepared.Request.Experiment}.")
            : guard;
    }

    /// <summary>Where the lock of a request's experiment lies, if it has one.</summary>
    public static string PathOf(PipelineRequest request) => LockFile.PathOf(ExperimentFile.PathOf(request.RootDirectory, request.Experiment));
}
