using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>Runs stored stages again in a scratch store, and tells which came out the same, byte for byte, and where the others differ.</summary>
internal sealed class ReproductionDesk(TextWriter output, Terminal? terminal)
{
    /// <returns>0 where all bytes are the same; 1 where some differ or a stage failed; <see cref="FrontDoor.Interrupted"/>.</returns>
    /// <exception cref="LatException">A chosen stage has no stored result, or none was chosen.</exception>
    public async Task<int> RunAsync(PreparedExperiment prepared, CancellationToken cancellation)
    {
        var request = prepared.Request;
        var reproduction = new Reproduction(Planner.Plan(prepared.Graph.Nodes, prepared.Store), prepared.Store, request.Stages);
        var folder = FolderFor(request.RootDirectory, prepared.Name);
        var scratch = new ArtifactStore(folder);
        var observer = new RunPrinter(output, reproduction.Graph.Nodes.Count, terminal);
        var isKept = false;
        try
        {
            var options = new RunOptions { Jobs = prepared.Jobs, Capacity = prepared.Capacity, KeepGoing = true, Retries = request.Retries };
            var report = await new GraphRunner(scratch, prepared.Workers(scalarsDirectory: null), options, observer)
                .RunAsync(reproduction.Graph, cancellation).ConfigureAwait(false);
            observer.Finish(report);
            var stages = reproduction.Compare(report, scratch);
            isKept = stages.Any(stage => stage.Differences.Count > 0);
            output.WriteLine(ReproductionText.Format(stages, prepared.Store, scratch));
            if (isKept)
            {
                output.WriteLine($"What came out this time lies in {Path.GetRelativePath(request.RootDirectory, folder)}; delete it when you have seen it.");
            }

            return stages.All(stage => stage.IsIdentical) ? 0 : 1;
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            output.WriteLine("Stopped: nothing was compared, and the stored results are as they were.");
            return FrontDoor.Interrupted;
        }
        finally
        {
            if (!isKept)
            {
                Delete(folder);
            }
        }
    }

    /// <summary>What cannot be deleted stays, and costs space only.</summary>
    private static void Delete(string folder)
    {
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    /// <summary>A folder that no other reproduction has: a second one must run everything again, too.</summary>
    private static string FolderFor(string rootDirectory, string name)
    {
        var parent = Path.Combine(rootDirectory, "artifacts", "reproductions");
        for (var number = 1; ; number++)
        {
            var folder = Path.Combine(parent, FormattableString.Invariant($"{name}-{number}"));
            if (!Directory.Exists(folder))
            {
                return folder;
            }
        }
    }
}
