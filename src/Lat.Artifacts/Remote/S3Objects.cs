using System.Net;
using Amazon;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;

namespace Lat.Artifacts;

/// <summary>
/// Objects of a bucket that speaks Amazon's S3 protocol. Credentials come from the usual chain (environment, profile, role of the machine)
/// and are seen by the client alone. AWS_ENDPOINT_URL_S3 or AWS_ENDPOINT_URL names another server than Amazon's.
/// </summary>
internal sealed class S3Objects : IRemoteObjects
{
    private const string ContentType = "application/octet-stream";
    private const long PartSize = 16 << 20;
    private const int PartsAtOnce = 4;

    private readonly string _bucket;
    private readonly string _prefix;
    private readonly AmazonS3Client _client;

    /// <param name="bucket">The bucket's name.</param>
    /// <param name="prefix">What all names begin with: empty, or ending in `/`.</param>
    public S3Objects(string bucket, string prefix)
    {
        (_bucket, _prefix) = (bucket, prefix);

        // Content is checked by SHA-256 here, and servers other than Amazon's know no newer checksums. Retries are few: a remote may be slow
        // to answer, but a run does not wait for it long.
        var configuration = new AmazonS3Config
        {
            RequestChecksumCalculation = RequestChecksumCalculation.WHEN_REQUIRED,
            ResponseChecksumValidation = ResponseChecksumValidation.WHEN_REQUIRED,
            MaxErrorRetry = 2,
        };
        if (Endpoint() is { } endpoint)
        {
            configuration.ServiceURL = endpoint;
            configuration.ForcePathStyle = true;
            configuration.AuthenticationRegion = Region() ?? "us-east-1";
        }
        else if (Region() is null && FallbackRegionFactory.GetRegionEndpoint() is null)
        {
            configuration.RegionEndpoint = RegionEndpoint.USEast1;
        }

        _client = new AmazonS3Client(configuration);
    }

    public string Address => $"s3://{_bucket}/{_prefix}".TrimEnd('/');

    public async Task<Stream?> OpenReadAsync(string name, long offset, CancellationToken cancellationToken)
    {
        try
        {
            var request = new GetObjectRequest { BucketName = _bucket, Key = _prefix + name };
            if (offset > 0)
            {
                request.ByteRange = new ByteRange(offset, long.MaxValue);
            }

            var response = await _client.GetObjectAsync(request, cancellationToken).ConfigureAwait(false);
            return response.ResponseStream;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound && exception.ErrorCode != "NoSuchBucket")
        {
            return null;
        }
    }

    public async Task<bool> ExistsAsync(string name, CancellationToken cancellationToken)
    {
        try
        {
            await _client.GetObjectMetadataAsync(_bucket, _prefix + name, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (AmazonS3Exception exception) when (exception.StatusCode == HttpStatusCode.NotFound && exception.ErrorCode != "NoSuchBucket")
        {
            return false;
        }
    }

    public async Task WriteAsync(string name, string sourcePath, CancellationToken cancellationToken)
    {
        var size = new FileInfo(sourcePath).Length;
        if (size > PartSize)
        {
            await WritePartsAsync(_prefix + name, sourcePath, size, cancellationToken).ConfigureAwait(false);
            return;
        }

        // In one piece: not every server takes apart what the client sends in signed chunks.
        await _client.PutObjectAsync(
            new PutObjectRequest
            {
                BucketName = _bucket, Key = _prefix + name, FilePath = sourcePath, ContentType = ContentType, UseChunkEncoding = false,
            },
            cancellationToken).ConfigureAwait(false);
    }

    public void Dispose() => _client.Dispose();

    private async Task WritePartsAsync(string key, string sourcePath, long size, CancellationToken cancellationToken)
    {
        var upload = await _client.InitiateMultipartUploadAsync(
            new InitiateMultipartUploadRequest { BucketName = _bucket, Key = key, ContentType = ContentType }, cancellationToken).ConfigureAwait(false);
        try
        {
            var count = (int)((size + PartSize - 1) / PartSize);
            var parts = new PartETag[count];
            var options = new ParallelOptions { MaxDegreeOfParallelism = PartsAtOnce, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, count, options, async (index, cancel) =>
            {
                var answer = await _client.UploadPartAsync(
                    new UploadPartRequest
                    {
                        BucketName = _bucket, Key = key, UploadId = upload.UploadId, PartNumber = index + 1, FilePath = sourcePath,
                        FilePosition = index * PartSize, PartSize = Math.Min(PartSize, size - (index * PartSize)), UseChunkEncoding = false,
                    },
                    cancel).ConfigureAwait(false);
                parts[index] = new PartETag(index + 1, answer.ETag);
            }).ConfigureAwait(false);
            await _client.CompleteMultipartUploadAsync(
                new CompleteMultipartUploadRequest { BucketName = _bucket, Key = key, UploadId = upload.UploadId, PartETags = [.. parts] },
                cancellationToken).ConfigureAwait(false);
        }
        catch
        {
            // What was sent would be kept, and paid for. The first fault is the one to tell.
            await _client.AbortMultipartUploadAsync(_bucket, key, upload.UploadId, CancellationToken.None)
                .ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default).ConfigureAwait(false);
            throw;
        }
    }

    private static string? Endpoint() =>
        Variable("AWS_ENDPOINT_URL_S3") ?? Variable("AWS_ENDPOINT_URL");

    private static string? Region() => Variable("AWS_REGION") ?? Variable("AWS_DEFAULT_REGION");

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
