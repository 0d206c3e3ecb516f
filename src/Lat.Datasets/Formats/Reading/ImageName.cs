namespace Lat.Datasets;

/// <summary>What the name of an image in a dataset may be: a relative path that stays inside the dataset's folder.</summary>
internal static class ImageName
{
    private const int MaxLength = 1000;

    /// <summary>What is wrong with a name; null where nothing is.</summary>
    public static string? ProblemOf(string name)
    {
        if (name.Length == 0)
        {
            return "the image has an empty name";
        }

        if (name.Length > MaxLength)
        {
            return FormattableString.Invariant($"the image's name has {name.Length} characters, more than {MaxLength}: '{name[..60]}...'");
        }

        if (HasControl(name) || HasLoneSurrogate(name))
        {
            return $"the image's name has characters that no file name has: '{new string([.. name.Select(c => char.IsControl(c) || char.IsSurrogate(c) ? '?' : c)])}'";
        }

        return name[0] is '/' or '\\' || (name.Length > 1 && name[1] == ':') || HasFolderAbove(name)
            ? $"the image's name '{name}' leads out of the dataset's folder"
            : null;
    }

    private static bool HasControl(string name)
    {
        foreach (var character in name)
        {
            if (char.IsControl(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasFolderAbove(string name)
    {
        foreach (var part in name.AsSpan().SplitAny('/', '\\'))
        {
            if (name.AsSpan(part).SequenceEqual(".."))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasLoneSurrogate(string name)
    {
        for (var index = 0; index < name.Length; index++)
        {
            if (char.IsHighSurrogate(name[index]) && index + 1 < name.Length && char.IsLowSurrogate(name[index + 1]))
            {
                index++;
            }
            else if (char.IsSurrogate(name[index]))
            {
                return true;
            }
        }

        return false;
    }
}
