using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>Sees to it that every stage without a result has one job: one that is in the queue already, or a new one.</summary>
internal sealed class SlurmSubmitter(
    StageGraph graph, IReadOnlyDictionary<string, ContentHash> identities, ArtifactStore store, ISlurmCluster cluster, SlurmOrder order)
{
    // What a stage takes may differ a little from run to run, and a job that takes a byte too much is killed.
    private const double MemoryMargin = 1.5;
    private const long MemoryFloor = 256L << 20;

    private readonly Lazy<PastRuns> _past = new(() => new PastRuns(graph, store.History));
    private readonly Dictionary<ContentHash, string> _jobs = [];
    private readonly Dictionary<string, int> _tasks = new(StringComparer.Ordinal);
    private readonly Queue<SlurmGroup> _unsent = [];

    /// <summary>How many stages were found in the queue.</summary>
    public int Attached { get; private set; }

    /// <summary>How many stages were submitted.</summary>
    public int Sent { get; private set; }

    /// <summary>How many stages have no job yet, because the cluster takes no more of this user's.</summary>
    public int Unsent => _unsent.Sum(group => group.Nodes.Count);

    /// <summary>The job of a stage; null while it has none. Stages that compute the same share one.</summary>
    public string? JobOf(StageNode node) => _jobs.GetValueOrDefault(identities[node.Name]);

    /// <summary>The numbers of all jobs, arrays as one.</summary>
    public IReadOnlyList<string> Numbers(IEnumerable<StageNode> nodes) => Merged(nodes.Select(JobOf).OfType<string>());

    /// <summary>Takes over the jobs that an earlier run submitted for these stages. Those that wait for a failed job are ended.</summary>
    public async Task AttachAsync(IReadOnlyList<StageNode> missing, CancellationToken cancellationToken)
    {
        var wanted = missing.Select(node => identities[node.Name]).ToHashSet();
        var tickets = new Dictionary<string, SlurmTicket?>(StringComparer.Ordinal);
        var lost = new List<string>();
        foreach (var job in await cluster.ListAsync(cancellationToken).ConfigureAwait(false))
        {
            if (job.Phase is not (SlurmJobPhase.Waiting or SlurmJobPhase.Running))
            {
                continue;
            }

            if (!tickets.TryGetValue(job.Comment, out var ticket))
            {
                tickets.Add(job.Comment, ticket = SlurmTicket.Of(job.Comment, store.Directory));
            }

            if (ticket is null || job.Index >= ticket.Stages.Count || ContentHash.Parse(ticket.Stages[job.Index].Identity) is var identity && !wanted.Contains(identity))
            {
                continue;
            }

            if (job.IsLost)
            {
                lost.Add(job.Id);
            }
            else if (_jobs.TryAdd(identity, job.Id))
            {
                Attached++;
            }
        }

        await cluster.CancelAsync(lost, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Puts together the jobs that are still to be submitted.</summary>
    public async Task PrepareAsync(IReadOnlyList<StageNode> missing, CancellationToken cancellationToken)
    {
        var seen = new HashSet<ContentHash>(_jobs.Keys);
        var maximum = await cluster.MaximumTasksAsync(cancellationToken).ConfigureAwait(false);
        foreach (var group in SlurmGroup.Of(graph, missing, node => !seen.Add(identities[node.Name]), maximum))
        {
            _unsent.Enqueue(group);
        }
    }

    /// <summary>Submits what is not submitted yet, until the cluster takes no more.</summary>
    /// <param name="isOpen">Whether a stage is neither done nor given up.</param>
    /// <param name="cancellationToken">Stops between two jobs.</param>
    /// <exception cref="SlurmFaultException">The cluster refuses a job for another reason than its number.</exception>
    public async Task SendAsync(Func<StageNode, bool> isOpen, CancellationToken cancellationToken)
    {
        while (_unsent.TryPeek(out var group))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var open = group with { Nodes = [.. group.Nodes.Where(isOpen)] };
            if (open.Nodes.Count > 0)
            {
                try
                {
                    await SendAsync(open, isOpen, cancellationToken).ConfigureAwait(false);
                }
                catch (SlurmFaultException fault) when (fault.IsLimit && Attached + Sent > 0)
                {
                    return;
                }
            }

            _unsent.Dequeue();
        }
    }

    private async Task SendAsync(SlurmGroup group, Func<StageNode, bool> isOpen, CancellationToken cancellationToken)
    {
        var ticket = (order.Ticket with { Stages = [.. group.Nodes.Select(node => new SlurmTicketStage(node.Name, identities[node.Name].Hex))] }).Write(store.Directory);
        var request = order.Options.Of(group.Kind);
        var number = await cluster.SubmitAsync(new SlurmSubmission
        {
            Name = group.Label,
            Comment = SlurmTicket.CommentFor(ticket),
            Script = SlurmOrder.ScriptFor([.. order.Ticket.WorkerCommand], ticket, store.Directory),
            LogDirectory = LogDirectoryOf(store),
            Tasks = group.Nodes.Count,
            AtOnce = order.AtOnce,
            After = [.. Merged(group.Nodes.SelectMany(node => graph.Upstream(node.Name)).Where(isOpen).Select(JobOf).OfType<string>())],
            Threads = group.Nodes[0].Needs.Threads,
            MemoryBytes = request.Memory is { } memory ? ByteSize.Parse(memory).Bytes : PastMemory(group),
            UsesGpu = order.Ticket.DeviceKind == "cuda" && group.Nodes[0].Needs.UsesDevice,
            Request = request,
        }, cancellationToken).ConfigureAwait(false);
        _tasks.Add(number, group.Nodes.Count);
        foreach (var (index, node) in group.Nodes.Index())
        {
            _jobs[identities[node.Name]] = group.Nodes.Count == 1 ? number : FormattableString.Invariant($"{number}_{index}");
            Sent++;
        }
    }

    /// <summary>Where the jobs' logs lie.</summary>
    public static string LogDirectoryOf(ArtifactStore store) => Path.Combine(store.Directory, "slurm", "logs");

    private long? PastMemory(SlurmGroup group) => group.Nodes.Max(node => _past.Value.PeakMemoryBytes(node)) is { } bytes
        ? Math.Max((long)(bytes * MemoryMargin), bytes + MemoryFloor)
        : null;

    /// <summary>Each job once, and an array of which every task is there by its own number: a list of thousands would not fit.</summary>
    private List<string> Merged(IEnumerable<string> jobs) =>
    [
        .. jobs.Distinct(StringComparer.Ordinal).GroupBy(job => job.Split('_')[0], StringComparer.Ordinal)
            .SelectMany(array => _tasks.TryGetValue(array.Key, out var tasks) && tasks == array.Count() ? [array.Key] : array.AsEnumerable()),
    ];
}
