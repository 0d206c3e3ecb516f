using Lat.Core;

namespace Lat.Artifacts;

/// <summary>Opens what a user names as a remote cache: a folder, or `s3://bucket/prefix`.</summary>
public static class RemoteAddress
{
    private const string S3 = "s3://";

    /// <summary>What may be named, for error messages.</summary>
    public const string ValidValues = "A remote cache is a folder, such as /mnt/shared/lat, or a bucket, such as s3://bucket/prefix.";

    /// <summary>Connects to nothing yet: whether it can be reached shows when it is asked.</summary>
    /// <exception cref="LatException">The text names neither.</exception>
    public static IRemoteObjects Open(string address)
    {
        if (address.StartsWith(S3, StringComparison.Ordinal))
        {
            return OpenBucket(address);
        }

        return address.Length > 0 && !address.Contains("://", StringComparison.Ordinal)
            ? new DirectoryObjects(address)
            : throw new LatException($"'{address}' is no remote cache. {ValidValues}");
    }

    private static S3Objects OpenBucket(string address)
    {
        var (bucket, prefix) = address[S3.Length..].Split('/', 2) switch
        {
            [var name] => (name, ""),
            [var name, var rest] => (name, rest.Trim('/')),
            _ => ("", ""),
        };
        if (bucket.Length < 3 || !bucket.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '.'))
        {
            throw new LatException(
                $"'{address}' names no bucket: its name is 3 characters or more, lower-case letters, digits, '-' and '.'. {ValidValues}");
        }

        try
        {
            return new S3Objects(bucket, prefix.Length > 0 ? prefix + "/" : "");
        }
        catch (Exception exception) when (exception is Amazon.Runtime.AmazonClientException or ArgumentException or UriFormatException)
        {
            throw new LatException($"The remote cache '{address}' cannot be used: {exception.Message}", exception);
        }
    }
}
