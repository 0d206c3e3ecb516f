using System.Text.Json;
using TorchSharp;

namespace Lat.Pipeline;

/// <summary>What the native library says of itself and of the machine. Asked in a worker, because loading the library takes a while.</summary>
/// <param name="TorchVersion">The version of libtorch.</param>
/// <param name="CudaDevices">How many GPUs it can use.</param>
public sealed record MachineDescription(string TorchVersion, int CudaDevices)
{
    /// <summary>Asks the native library of this process.</summary>
    public static MachineDescription Read() => new(torch.__version__, torch.cuda.is_available() ? torch.cuda.device_count() : 0);

    public string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    public static MachineDescription? FromJson(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<MachineDescription>(json, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
