using System.Text.Json;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>
/// What a job finds when it starts, perhaps days after its submission: the experiment as it was then, and its stages. One JSON file in the
/// store, named by the hash of its content; the job's comment names it.
/// </summary>
internal sealed record SlurmTicket
{
    private const string CommentPrefix = "lat:";

    /// <summary>The name that the experiment's results are filed under.</summary>
    public required string ExperimentName { get; init; }

    /// <summary>The experiment with every default filled in.</summary>
    public required string ExperimentYaml { get; init; }

    /// <summary>The folder that relative paths of datasets begin at; null for the job's own.</summary>
    public string? DataDirectory { get; init; }

    /// <summary>`cpu` or `cuda`, as the keys count on it.</summary>
    public required string DeviceKind { get; init; }

    /// <summary>The version of libtorch that the keys count on.</summary>
    public required string TorchVersion { get; init; }

    /// <summary>The program and arguments that start a worker.</summary>
    public required IReadOnlyList<string> WorkerCommand { get; init; }

    /// <summary>Where training stages write scalars for TensorBoard; null for nowhere.</summary>
    public string? ScalarsDirectory { get; init; }

    /// <summary>A cache that other machines share; null: none.</summary>
    public string? Remote { get; init; }

    /// <summary>Whether what the jobs compute is put there.</summary>
    public bool Push { get; init; }

    /// <summary>How often a stage that is marked transient is tried again within its job.</summary>
    public int Retries { get; init; }

    /// <summary>The stages, by their index in the job array.</summary>
    public required IReadOnlyList<SlurmTicketStage> Stages { get; init; }

    /// <summary>Leaves the ticket in the store.</summary>
    /// <returns>Its path.</returns>
    public string Write(string storeDirectory)
    {
        var bytes = JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);
        var path = PathOf(storeDirectory, ContentHash.Of(bytes).Hex);
        if (!File.Exists(path))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            var aside = FormattableString.Invariant($"{path}.{Environment.MachineName}-{Environment.ProcessId}.tmp");
            File.WriteAllBytes(aside, bytes);
            File.Move(aside, path, overwrite: true);
        }

        return path;
    }

    /// <summary>The comment of the jobs that have this ticket.</summary>
    public static string CommentFor(string ticketPath) => CommentPrefix + Path.GetFileNameWithoutExtension(ticketPath);

    /// <summary>The ticket that a job's comment names; null where it is another's job, of another store, or the file is no longer whole.</summary>
    public static SlurmTicket? Of(string comment, string storeDirectory)
    {
        var hash = comment.StartsWith(CommentPrefix, StringComparison.Ordinal) ? comment[CommentPrefix.Length..] : "";
        return hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) && File.Exists(PathOf(storeDirectory, hash)) ? TryRead(PathOf(storeDirectory, hash)) : null;
    }

    /// <exception cref="LatException">The file is missing, or not what its name says.</exception>
    public static SlurmTicket Read(string path) => TryRead(path)
        ?? throw new LatException($"No whole ticket of a job: {path}. Tickets are written by ./build.sh with --executor slurm; submit the job again by the same command.");

    private static string PathOf(string storeDirectory, string hash) => Path.Combine(storeDirectory, "slurm", "tickets", hash + ".json");

    private static SlurmTicket? TryRead(string path)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            return ContentHash.Of(bytes).Hex == Path.GetFileNameWithoutExtension(path) ? JsonSerializer.Deserialize<SlurmTicket>(bytes, JsonSerializerOptions.Web) : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
