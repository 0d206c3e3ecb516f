namespace Lat.Reports.Tests;

/// <summary>A fact that needs a browser, and is skipped without one.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = BrowserTools.Missing;
}
