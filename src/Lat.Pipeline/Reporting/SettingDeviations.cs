using Lat.Core;
using Lat.Experiments;
using Lat.Reports;

namespace Lat.Pipeline;

/// <summary>The settings of a publication that an experiment departs from.</summary>
internal static class SettingDeviations
{
    /// <param name="experiment">Names what the publication says (`publishedSettings`).</param>
    /// <param name="yaml">The experiment with every default filled in.</param>
    public static IEnumerable<SettingDeviation> Of(Experiment experiment, string yaml)
    {
        var root = ExperimentDocument.Parse(yaml, "experiment").Root;
        return from setting in experiment.PublishedSettings
               let own = Find(root, setting.Key.Split('.'))
               where own != setting.Value
               select new SettingDeviation(setting.Key, setting.Value, own ?? "no such setting here");
    }

    private static string? Find(SpecNode node, ReadOnlySpan<string> path) => node switch
    {
        ScalarNode scalar when path.IsEmpty => scalar.IsNull ? "none" : scalar.Text,
        SequenceNode list when path.IsEmpty => $"[{string.Join(", ", list.Items.OfType<ScalarNode>().Select(item => item.Text))}]",
        MappingNode mapping when !path.IsEmpty && mapping.Find(path[0]) is { } entry => Find(entry.Value, path[1..]),
        _ => null,
    };
}
