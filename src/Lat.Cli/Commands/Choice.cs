using System.CommandLine;
using System.Text.Json;

namespace Lat.Cli;

/// <summary>An option that takes one of some words, spelled as experiment files spell them.</summary>
internal static class Choice
{
    /// <param name="name">With its dashes.</param>
    /// <param name="description">What it decides.</param>
    /// <param name="byDefault">What it is where it is not given.</param>
    /// <typeparam name="T">The values; a word is a value's name in kebab-case.</typeparam>
    public static Option<T> Of<T>(string name, string description, T byDefault)
        where T : struct, Enum => new(name)
        {
            Description = description,
            HelpName = string.Join('|', Enum.GetValues<T>().Select(WordOf)),
            DefaultValueFactory = _ => byDefault,
            CustomParser = result =>
            {
                var word = result.Tokens.Count == 1 ? result.Tokens[0].Value : "";
                foreach (var value in Enum.GetValues<T>())
                {
                    if (WordOf(value) == word)
                    {
                        return value;
                    }
                }

                result.AddError($"{name} is '{word}'; expected {string.Join(" or ", Enum.GetValues<T>().Select(WordOf))}.");
                return byDefault;
            },
        };

    private static string WordOf<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
