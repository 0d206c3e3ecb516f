namespace Lat.Detection.Tests;

/// <summary>Thousands of damaged checkpoints: each is read, or refused as one; none crashes, hangs or takes memory that its size does not warrant.</summary>
public sealed class CheckpointMutationTests : IDisposable
{
    private const int MutationsPerFile = 400;

    /// <summary>A read may allocate a few times the file and the buffers of streams, but not what a damaged length claims.</summary>
    private const long MostBytes = 48L << 20;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("zip-types")]
    [InlineData("zip-training")]
    [InlineData("zip-views")]
    [InlineData("zip-protocol-4")]
    [InlineData("legacy-types")]
    [InlineData("legacy-training")]
    [InlineData("legacy-views")]
    public void DamageIsRefusedAsDamage(string name) => Mutate(GoldenCheckpoints.Bytes(name), new Seed(11).Derive(name));

    [Fact]
    public void DamagedSafeTensorsAreRefusedAsDamage()
    {
        using (var checkpoint = Open(GoldenCheckpoints.Bytes("zip-types")))
        {
            using var scope = TorchSharp.torch.NewDisposeScope();
            SafeTensorsFile.Write(_folder["s"], checkpoint.Entries.Select(entry => KeyValuePair.Create(entry.Name, checkpoint.Read(entry.Name))));
        }

        Mutate(File.ReadAllBytes(_folder["s"]), new Seed(12));
    }

    private void Mutate(byte[] original, Seed seed)
    {
        var random = seed.ToStream();
        var refused = 0;
        for (var round = 0; round < MutationsPerFile; round++)
        {
            var bytes = Mutated(original, random);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                using var checkpoint = Open(bytes);
                foreach (var entry in checkpoint.Entries)
                {
                    checkpoint.HashOf(entry.Name);
                }
            }
            catch (LatException)
            {
                refused++;
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostBytes);
        }

        Assert.InRange(refused, MutationsPerFile / 20, MutationsPerFile);
    }

    private static byte[] Mutated(byte[] original, RandomStream random)
    {
        var bytes = (byte[])original.Clone();
        for (var changes = 1 + random.NextInt(4); changes > 0; changes--)
        {
            var at = random.NextInt(bytes.Length);
            switch (random.NextInt(5))
            {
                case 0: bytes[at] ^= (byte)(1 << random.NextInt(8)); break;
                case 1: bytes[at] = (byte)random.NextInt(256); break;
                case 2: bytes.AsSpan(at, Math.Min(4, bytes.Length - at)).Fill(0xFF); break;
                case 3: bytes = [.. bytes[..at], .. bytes.AsSpan(at / 2, Math.Min(9, bytes.Length - (at / 2))), .. bytes[at..]]; break;
                default: bytes = [.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + 3)..]]; break;
            }

            if (bytes.Length == 0)
            {
                return bytes;
            }
        }

        return bytes;
    }

    private CheckpointFile Open(byte[] content)
    {
        File.WriteAllBytes(_folder["checkpoint"], content);
        return CheckpointFile.Open(_folder["checkpoint"]);
    }
}
