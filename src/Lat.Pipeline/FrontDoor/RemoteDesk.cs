using Lat.Artifacts;
using Lat.Core;

namespace Lat.Pipeline;

/// <summary>Opens the remote cache of a request, and says at the end what it was good for.</summary>
internal static class RemoteDesk
{
    /// <returns>Null where the request names none.</returns>
    /// <exception cref="LatException">What it names is no remote cache.</exception>
    public static RemoteCache? Open(PipelineRequest request, TextWriter output) => request.Remote is { } address
        ? new RemoteCache(RemoteAddress.Open(address), new RemoteOptions { Push = request.Push }, output.WriteLine)
        : null;

    /// <summary>Waits for what is still on its way.</summary>
    public static async Task CloseAsync(RemoteCache? remote, TextWriter output)
    {
        if (remote is null)
        {
            return;
        }

        await remote.CompleteAsync().ConfigureAwait(false);
        if (remote.Pulled + remote.Pushed > 0)
        {
            output.WriteLine(FormattableString.Invariant($"Remote cache: {remote.Pulled} results pulled, {remote.Pushed} pushed."));
        }
    }
}
