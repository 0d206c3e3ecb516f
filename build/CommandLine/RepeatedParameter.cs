/// <summary>Collects the values of a parameter that is given several times: Nuke itself would keep the last one only.</summary>
internal static class RepeatedParameter
{
    /// <param name="arguments">The command line.</param>
    /// <param name="name">The parameter's name; case does not matter.</param>
    /// <param name="otherwise">The values where the command line has none, such as those of an environment variable.</param>
    public static IEnumerable<string> ValuesOf(IReadOnlyCollection<string> arguments, string name, IReadOnlyList<string> otherwise)
    {
        var values = new List<string>();
        var isCollecting = false;
        foreach (var argument in arguments)
        {
            if (argument.StartsWith('-'))
            {
                isCollecting = argument.TrimStart('-').Equals(name, StringComparison.OrdinalIgnoreCase);
            }
            else if (isCollecting)
            {
                values.Add(argument);
            }
        }

        return values.Count > 0 ? values : otherwise;
    }
}
