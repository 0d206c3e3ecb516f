namespace Lat.Datasets;

/// <summary>How the quick reading of one element of a JSON list ended.</summary>
internal enum ElementOutcome
{
    /// <summary>The buffer ends within the element: it is asked for again, from its beginning, once more has arrived.</summary>
    Incomplete,

    /// <summary>It was read to its end.</summary>
    Read,

    /// <summary>It is not written as such elements usually are: it is given again as a whole, to be read with patience or refused.</summary>
    Odd,
}
