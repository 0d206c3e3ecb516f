namespace Lat.Reports;

/// <summary>Several views of which a list shows one at a time; without a script all stand below each other.</summary>
internal static class Switcher
{
    /// <param name="label">What is chosen.</param>
    /// <param name="options">The names and the views.</param>
    public static HtmlFragment Of(string label, IReadOnlyList<(string Name, HtmlFragment View)> options) => options.Count == 1
        ? options[0].View
        : HtmlFragment.Of(
            $"""
            <div class="switcher" data-label="{label}">
            {options.Select(option => HtmlFragment.Of($"""<div class="option" data-name="{option.Name}">{option.View}</div>"""))}
            </div>

            """);
}
