using System.Text;
using Lat.Core;

namespace Lat.Experiments;

/// <summary>An experiment's file has faults. Its message lists all of them with their places; nothing was run.</summary>
public sealed class ExperimentNotValidException : LatException
{
    /// <param name="path">The experiment's file, as the user named it.</param>
    /// <param name="faults">What is wrong, in any order.</param>
    public ExperimentNotValidException(string path, IEnumerable<Fault> faults) : this(path, Sort(path, faults))
    {
    }

    private ExperimentNotValidException(string path, EquatableArray<Fault> sorted) : base(Describe(path, sorted)) =>
        (Path, Faults) = (path, sorted);

    /// <summary>The experiment's file, as the user named it.</summary>
    public string Path { get; }

    /// <summary>
    /// What is wrong: first with the file, then with those it extends, then with overrides; in the order of lines and columns. At most 200.
    /// </summary>
    public EquatableArray<Fault> Faults { get; }

    private static EquatableArray<Fault> Sort(string path, IEnumerable<Fault> faults) =>
    [
        .. faults.Distinct()
            .OrderBy(fault => fault.Position is { IsWhole: true })
            .ThenBy(fault => fault.Position is { } place && place.File != path)
            .ThenBy(fault => fault.Position?.File ?? "", StringComparer.Ordinal)
            .ThenBy(fault => fault.Position?.Line ?? 0)
            .ThenBy(fault => fault.Position?.Column ?? 0),
    ];

    private static string Describe(string path, EquatableArray<Fault> faults)
    {
        var showFiles = faults.Any(fault => fault.Position is { IsWhole: false } place && place.File != path);
        var places = faults.Select(fault => Place(fault, path, showFiles)).ToList();
        var width = places.Max(place => place.Length);
        var text = new StringBuilder($"Experiment is not valid: {path}\n");
        foreach (var (fault, place) in faults.Zip(places))
        {
            text.Append("  ").Append(width == 0 ? "" : place.PadRight(width + 2)).Append(fault.Message).Append('\n');
        }

        var more = faults.Count == FaultList.Most ? " or more" : "";
        return text.Append(FaultText.Count(faults.Count, "fault")).Append(more).Append(". Nothing was run.").ToString();
    }

    private static string Place(Fault fault, string path, bool showFile) => fault.Position switch
    {
        null => "",
        { IsWhole: true } whole => whole.File == path ? "" : whole.File,
        { } place => FormattableString.Invariant($"{(showFile ? $"{place.File}, " : "")}line {place.Line}, column {place.Column}"),
    };
}
