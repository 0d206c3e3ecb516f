namespace Lat.Artifacts.Tests;

/// <summary>Against a real server of the S3 protocol, not against a picture of one.</summary>
public sealed class S3ObjectsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [S3ServerFact]
    public async Task ResultsTravelThroughABucketAndLiesAndOutagesAreBorne()
    {
        var server = await S3Server.StartAsync(Path.Combine(_folder.Path, "s3"));
        var workshop = new RemoteWorkshop(_folder.Path, RemoteAddress.Open($"s3://{S3Server.Bucket}/team/lat"));

        // A loaded machine may take its time to start a server and a client.
        workshop.Options = new RemoteOptions { Timeout = TimeSpan.FromSeconds(60) };
        try
        {
            await workshop.RunAsync(Some.Diamond(), push: true);
            Assert.True(workshop.Notices.Count == 0, string.Join('\n', workshop.Notices));
            Assert.Equal(12, workshop.Objects.Writes.Count);
            await workshop.RunAsync(Some.Diamond());
            Assert.True(workshop.Notices.Count == 0, string.Join('\n', workshop.Notices));
            Assert.Empty(workshop.Executor.TakeRan());

            using var objects = RemoteAddress.Open($"s3://{S3Server.Bucket}/team/lat");
            await RequireObjectsAsync(objects);
        }
        finally
        {
            server.Dispose();
        }

        workshop.Options = new RemoteOptions { Timeout = TimeSpan.FromSeconds(2), FailureLimit = 1 };
        await workshop.RunAsync(Some.Diamond());
        Assert.Equal(6, workshop.Executor.TakeRan().Count);
        Assert.Contains(workshop.Notices, notice => notice.Contains("is left alone", StringComparison.Ordinal));
        Assert.DoesNotContain(workshop.Notices, notice => notice.Contains(S3Server.Secret, StringComparison.Ordinal));
    }

    private async Task RequireObjectsAsync(IRemoteObjects objects)
    {
        var file = _folder.File("object", "0123456789");
        await objects.WriteAsync("some/object", file, CancellationToken.None);
        Assert.True(await objects.ExistsAsync("some/object", CancellationToken.None));
        Assert.False(await objects.ExistsAsync("some/other", CancellationToken.None));
        Assert.Null(await objects.OpenReadAsync("some/other", 0, CancellationToken.None));
        using var reader = new StreamReader((await objects.OpenReadAsync("some/object", 4, CancellationToken.None))!);
        Assert.Equal("456789", await reader.ReadToEndAsync());

        // In parts: more than the 16 MiB from which on the client divides.
        var large = Path.Combine(_folder.Path, "large");
        await File.WriteAllBytesAsync(large, new byte[17 << 20]);
        await objects.WriteAsync("some/large", large, CancellationToken.None);
        using var stream = (await objects.OpenReadAsync("some/large", (17 << 20) - 5, CancellationToken.None))!;
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy);
        Assert.Equal(5, copy.Length);
    }
}
