using System.Diagnostics;
using Lat.Core;
using Xunit.Abstractions;

namespace Lat.Datasets.Tests;

/// <summary>Damages the files of every reader for some minutes. `LAT_FUZZ_MINUTES=10 dotnet test --filter ReaderFuzz`.</summary>
public sealed class ReaderFuzzTests(ITestOutputHelper output)
{
    /// <summary>Generous: a round takes milliseconds, also where others keep the machine busy.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The files are smaller than a megabyte; whoever allocates this much believed a damaged length.</summary>
    private const long MaxAllocated = 512L << 20;

    [FuzzFact]
    public void NoDamageCrashesHangsOrFillsTheMemory()
    {
        var watch = Stopwatch.StartNew();
        var (rounds, failures) = (0UL, new List<string>());
        var trees = ReaderCases.All.ToDictionary(one => one.Name, one => one.Make());
        while (watch.Elapsed < TimeSpan.FromMinutes(FuzzFactAttribute.Minutes!.Value) && failures.Count < 20)
        {
            foreach (var one in ReaderCases.All)
            {
                var seed = new Seed(FuzzFactAttribute.Seed).Derive(FormattableString.Invariant($"{one.Name} {rounds}")).Value;
                if (Run(one, trees[one.Name], Damage(one.Content, seed)) is { } failure)
                {
                    failures.Add($"{one.Name}, round {rounds}: {failure}");
                }
            }

            rounds++;
        }

        trees.Values.ToList().ForEach(tree => tree.Dispose());

        output.WriteLine(FormattableString.Invariant($"{rounds} rounds of {ReaderCases.All.Count} files in {watch.Elapsed.TotalMinutes:F1} minutes, {failures.Count} failures"));
        Assert.True(failures.Count == 0, string.Join("\n\n", failures));
    }

    /// <summary>What is wrong; null where the file was read or refused in good order.</summary>
    private static string? Run(ReaderCase one, DatasetTree tree, byte[] damaged)
    {
        string? failure = null;
        var thread = new Thread(() => failure = Read(one, tree, damaged)) { IsBackground = true };
        thread.Start();
        var problem = thread.Join(Patience) ? failure : "hangs";
        return problem is null ? null : $"{problem}\n{Convert.ToBase64String(damaged.AsSpan(0, Math.Min(damaged.Length, 20_000)))}";
    }

    private static string? Read(ReaderCase one, DatasetTree tree, byte[] damaged)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            one.TryRead(tree, damaged);
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return allocated > MaxAllocated ? FormattableString.Invariant($"allocates {allocated} bytes") : null;
    }

    /// <summary>Light damage, or much of it, or one token ten thousand times over.</summary>
    private static byte[] Damage(byte[] content, ulong seed)
    {
        var mutation = new Mutation(seed);
        return (seed % 10) switch
        {
            0 => mutation.Repeat(content, 10_000),
            1 or 2 => Enumerable.Range(0, 20).Aggregate(content, (bytes, _) => mutation.Apply(bytes)),
            _ => mutation.Apply(content),
        };
    }
}
