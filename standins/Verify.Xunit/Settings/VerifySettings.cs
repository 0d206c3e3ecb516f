using System.Text;

namespace VerifyTests;

public class VerifySettings
{
    private readonly List<Action<StringBuilder>> _scrubbers = [];

    public VerifySettings()
    {
    }

    public VerifySettings(VerifySettings? settings)
    {
        if (settings is not null)
        {
            (Directory, FileName, TypeName, MethodName) = (settings.Directory, settings.FileName, settings.TypeName, settings.MethodName);
            (Parameters, ParametersText) = (settings.Parameters, settings.ParametersText);
            _scrubbers.AddRange(settings._scrubbers);
        }
    }

    internal string? Directory { get; private set; }

    internal string? FileName { get; private set; }

    internal string? TypeName { get; private set; }

    internal string? MethodName { get; private set; }

    internal object?[]? Parameters { get; private set; }

    internal string? ParametersText { get; private set; }

    public void UseDirectory(string directory) => Directory = directory;

    public void UseFileName(string fileName) => FileName = fileName;

    public void UseTypeName(string name) => TypeName = name;

    public void UseMethodName(string name) => MethodName = name;

    public void UseParameters(params object?[] parameters) => Parameters = parameters;

    public void UseTextForParameters(string parametersText) => ParametersText = parametersText;

    public void AddScrubber(Action<StringBuilder> scrubber, ScrubberLocation location = ScrubberLocation.First)
    {
        ArgumentNullException.ThrowIfNull(scrubber);
        _scrubbers.Insert(location == ScrubberLocation.First ? 0 : _scrubbers.Count, scrubber);
    }

    public void ScrubLinesWithReplace(Func<string, string?> replaceLine, ScrubberLocation location = ScrubberLocation.First)
    {
        ArgumentNullException.ThrowIfNull(replaceLine);
        AddScrubber(
            text =>
            {
                var lines = text.ToString().Split('\n').Select(replaceLine).Where(line => line is not null);
                text.Clear().AppendJoin('\n', lines);
            },
            location);
    }

    internal string Scrub(string text)
    {
        var builder = new StringBuilder(text).Replace("\r\n", "\n").Replace('\r', '\n');
        foreach (var scrubber in _scrubbers)
        {
            scrubber(builder);
        }

        return builder.ToString();
    }
}
