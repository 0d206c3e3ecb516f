namespace Lat.Acceptance.Tests;

/// <summary>A test on a real cluster; skipped with a notice where Slurm is not installed or may not be started.</summary>
internal sealed class SlurmFactAttribute : FactAttribute
{
    private static readonly string[] Programs = ["munged", "slurmctld", "slurmd", "sbatch", "squeue", "scancel"];

    private static readonly string[] Folders = [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator), "/usr/sbin", "/sbin"];

    public SlurmFactAttribute() => Skip = Lack;

    /// <summary>Why there can be no cluster here; null where there can.</summary>
    public static string? Lack =>
        Programs.FirstOrDefault(program => !Folders.Any(folder => File.Exists(Path.Combine(folder, program)))) is { } missing ? $"no {missing}: run eng/slurm-server.sh install"
        : Environment.IsPrivilegedProcess ? null : "slurmd must be started by root";
}
