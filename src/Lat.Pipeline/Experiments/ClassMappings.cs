using Lat.Core;

namespace Lat.Pipeline;

/// <summary>Finds the part of `classMapping` that is about a source and a target, and what of it the datasets are known to lack.</summary>
internal static class ClassMappings
{
    /// <summary>The mapping for one target (`fine-to-mid`), else the one for all of them (`fine`); null where there is neither.</summary>
    public static NamedMap<ClassName>? Find(NamedMap<NamedMap<ClassName>> mappings, string source, string target) =>
        mappings.TryGetValue(StageNames.Pair(source, target), out var pair) ? pair : mappings.GetValueOrDefault(source);

    /// <summary>Everything that is wrong with the section.</summary>
    public static IEnumerable<SpecProblem> Check(Experiment experiment)
    {
        foreach (var (key, mapping) in experiment.ClassMapping)
        {
            if (PairsOf(experiment, key).ToList() is not { Count: > 0 } pairs)
            {
                yield return new SpecProblem(
                    Path(key), $"names no source; expected a dataset ({string.Join(", ", experiment.Datasets.Keys)}), or one and a target as in '{StageNames.Pair(experiment.Datasets.Keys.First(), experiment.Targets[0].Value)}'");
                continue;
            }

            foreach (var problem in pairs.SelectMany(pair => Check(experiment, key, mapping, pair.Source, pair.Target)).Distinct())
            {
                yield return problem;
            }
        }

        if (experiment.AllMethods.Contains(Method.SourceOnlyMapped))
        {
            foreach (var target in experiment.Targets.Where(target => experiment.Datasets.Keys.All(source => source == target.Value || Find(experiment.ClassMapping, source, target.Value) is null)))
            {
                yield return new SpecProblem(
                    nameof(Experiment.ClassMapping),
                    $"maps no source to '{target}', which 'source-only-mapped' needs; write 'classMapping: {{ SOURCE: {{ source class: target class }} }}'");
            }
        }
    }

    private static IEnumerable<SpecProblem> Check(Experiment experiment, string key, NamedMap<ClassName> mapping, string source, string target)
    {
        var (from, to) = (KnownClasses.Of(experiment.Datasets[source]), KnownClasses.Of(experiment.Datasets[target]));
        foreach (var (name, mapped) in mapping)
        {
            var path = $"{Path(key)}['{name}']";
            if (from is not null && from.Classes.All(known => known.Value != name))
            {
                yield return new SpecProblem(path, $"is no class of '{source}'; it has: {from}");
            }

            if (to is not null && to.IndexOf(mapped) is null)
            {
                yield return new SpecProblem(path, $"is '{mapped}', which is no class of '{target}'; it has: {to}");
            }
        }
    }

    /// <summary>The sources and targets that a key is about; a mapping of its own for a target takes that target from the general one.</summary>
    private static IEnumerable<(string Source, string Target)> PairsOf(Experiment experiment, string key) =>
        from source in experiment.Datasets.Keys
        from target in experiment.Targets
        where source != target.Value && experiment.Datasets.ContainsKey(target.Value)
        where key == StageNames.Pair(source, target.Value) || (key == source && !experiment.ClassMapping.ContainsKey(StageNames.Pair(source, target.Value)))
        select (source, target.Value);

    private static string Path(string key) => $"{nameof(Experiment.ClassMapping)}['{key}']";
}
