using System.CommandLine;
using System.Text;
using Lat.Pipeline;

namespace Lat.Cli;

/// <summary>`lat report RESULTS [--out FILE]`: the page of an experiment that has run.</summary>
internal static class ReportCommand
{
    public static Command Create(TextWriter output)
    {
        var results = new Argument<string>("RESULTS") { Description = "The folder artifacts/experiments/NAME, or its results.json." };
        var place = new Option<string?>("--out") { Description = "Where to write the page. Default: report.html in that folder." };
        var command = new Command("report", "Makes the HTML page of an experiment that has run: one file, no network.") { results, place };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(results);
            var page = ReportFolder.Render(path);
            var file = parsed.GetValue(place) ?? Path.Combine(ReportFolder.FolderOf(path), ReportFolder.Page);
            OutputFile.Write(file, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(page));
            output.WriteLine($"Written: {file}");
        });
        return command;
    }
}
