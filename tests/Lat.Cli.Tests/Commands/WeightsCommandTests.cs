using System.Text;
using System.Text.Json;

namespace Lat.Cli.Tests;

public sealed class WeightsCommandTests : IDisposable
{
    private const string Header = """{"module.b": {"dtype": "I64", "shape": [], "data_offsets": [8, 16]}, "module.a.weight": {"dtype": "F32", "shape": [2, 1], "data_offsets": [0, 8]}}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void TensorsAreListedWithTypeShapeAndHashAndWritten()
    {
        byte[] floats = [0, 0, 128, 63, 0, 0, 0, 64];
        Write(Header, [.. floats, 7, 0, 0, 0, 0, 0, 0, 0]);
        var (exitCode, output, errors) = LatCommand.Run("weights", _folder["w"], "--json", _folder["w.json"]);
        Assert.Equal((0, ""), (exitCode, errors));
        var lines = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal($"a.weight  F32   [2, 1]  {ContentHash.Of(floats)}", lines[0]);
        Assert.StartsWith("b         I64   []      ", lines[1], StringComparison.Ordinal);
        Assert.Equal(
            ["2 tensors, 3 numbers, safetensors", "Names without their 'module.'.", $"SHA-256 of the file: {ContentHash.OfFile(_folder["w"])}", $"Written: {_folder["w.json"]}"],
            lines[2..]);
        using var json = JsonDocument.Parse(File.ReadAllText(_folder["w.json"]));
        var first = json.RootElement.GetProperty("tensors")[0];
        Assert.Equal(("a.weight", "F32"), (first.GetProperty("name").GetString(), first.GetProperty("type").GetString()));
        Assert.Equal([2, 1], first.GetProperty("shape").EnumerateArray().Select(side => side.GetInt32()));
    }

    [Fact]
    public void AMaliciousPickleIsRefusedAndNothingIsWritten()
    {
        // The magic number, the version, the facts, and a call of os.system in place of the weights.
        File.WriteAllBytes(_folder["w"], [
            .. Convert.FromHexString("80028A0A6CFC9C46F9206AA850192E80024DE9032E80027D58"), 13, 0, 0, 0, .. "little_endian"u8, 0x88, (byte)'s', (byte)'.',
            0x80, 2, .. "cposix\nsystem\nX"u8, 2, 0, 0, 0, .. "id"u8, 0x85, (byte)'R', (byte)'.']);
        var (exitCode, output, errors) = LatCommand.Run("weights", _folder["w"], "--json", _folder["w.json"]);
        Assert.Equal((1, ""), (exitCode, output));
        Assert.Contains("it asks for 'posix.system'", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder["w.json"]));
    }

    [Fact]
    public void AFileThatIsNoCheckpointIsTheUsersMistake()
    {
        File.WriteAllText(_folder["w"], "not a checkpoint");
        var (exitCode, _, errors) = LatCommand.Run("weights", _folder["w"]);
        Assert.Equal(1, exitCode);
        Assert.Contains("is not a checkpoint", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", errors, StringComparison.Ordinal);
    }

    private void Write(string header, byte[] numbers) => File.WriteAllBytes(
        _folder["w"], [.. BitConverter.GetBytes((long)header.Length), .. Encoding.UTF8.GetBytes(header), .. numbers]);
}
