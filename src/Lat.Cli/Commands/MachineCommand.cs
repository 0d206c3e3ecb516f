using System.CommandLine;
using Lat.Pipeline;

namespace Lat.Cli;

/// <summary>`lat machine [--json]`: what the native library sees.</summary>
internal static class MachineCommand
{
    public static Command Create(TextWriter output)
    {
        var json = new Option<bool>("--json") { Description = "One JSON object." };
        var command = new Command("machine", "Says which libtorch is in use and how many GPUs it sees.") { json };
        command.SetAction(parsed =>
        {
            var machine = MachineDescription.Read();
            output.WriteLine(parsed.GetValue(json) ? machine.ToJson() : FormattableString.Invariant($"libtorch {machine.TorchVersion}, {machine.CudaDevices} GPUs"));
        });
        return command;
    }
}
