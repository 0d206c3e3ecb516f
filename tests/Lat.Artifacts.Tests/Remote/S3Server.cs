using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Lat.Artifacts.Tests;

/// <summary>An S3 server in a process of its own, with one bucket, and the environment that leads the client to it.</summary>
internal sealed class S3Server : IDisposable
{
    public const string Bucket = "lat-cache";

    /// <summary>What must never be told to anybody.</summary>
    public const string Secret = "S3RVER";

    private readonly Process _process;

    private S3Server(Process process) => _process = process;

    public static async Task<S3Server> StartAsync(string folder)
    {
        var port = FreePort().ToString(CultureInfo.InvariantCulture);
        var process = Process.Start(new ProcessStartInfo(
            S3ServerFactAttribute.Node,
            [S3ServerFactAttribute.Program, "--directory", folder, "--address", "127.0.0.1", "--port", port, "--silent", "--configure-bucket", Bucket])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", Secret);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", Secret);
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_S3", $"http://127.0.0.1:{port}");
        for (var attempt = 0; attempt < 2400; attempt++)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, int.Parse(port, CultureInfo.InvariantCulture));
                return new S3Server(process);
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        throw new InvalidOperationException("The S3 server does not start.");
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("AWS_ENDPOINT_URL_S3", null);
        Environment.SetEnvironmentVariable("AWS_ACCESS_KEY_ID", null);
        Environment.SetEnvironmentVariable("AWS_SECRET_ACCESS_KEY", null);
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
