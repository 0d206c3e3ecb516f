using System.Diagnostics;
using System.Text.Json;

namespace Lat.Reports.Tests;

/// <summary>One visit of a browser to the page of the samples, shared by the facts about it.</summary>
public sealed class BrowserRun : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lat-page").FullName;
    private readonly Lazy<JsonElement> _report;

    public BrowserRun() => _report = new Lazy<JsonElement>(Visit);

    /// <summary>What check.mjs saw.</summary>
    public JsonElement Report => _report.Value;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private JsonElement Visit()
    {
        var page = Path.Combine(_folder, "report.html");
        HtmlReport.Write(page, PageSamples.WholePage());
        var start = new ProcessStartInfo(BrowserTools.Node!)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "check.mjs"), BrowserTools.Driver, BrowserTools.Chromium!, new Uri(page).AbsoluteUri },
        };
        if (Environment.GetEnvironmentVariable("LAT_SCREENSHOTS") is { Length: > 0 } shots)
        {
            start.ArgumentList.Add(Directory.CreateDirectory(shots).FullName);
        }

        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"The browser failed: {errors.GetAwaiter().GetResult()}");
        return JsonDocument.Parse(output).RootElement.Clone();
    }
}
