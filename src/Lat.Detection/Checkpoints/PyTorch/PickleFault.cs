using Lat.Core;

namespace Lat.Detection;

/// <summary>A fault of a pickle, with the byte at which it shows.</summary>
internal static class PickleFault
{
    public static LatException At(string path, long position, string message) => new(FormattableString.Invariant(
        $"'{path}' is not a checkpoint that can be read: at byte {position} of its pickle, {message}. Fetch or make the file again."));

    /// <summary>Something that only a program could give: refused, whatever it is.</summary>
    public static LatException Forbidden(string path, long position, string global) => new(FormattableString.Invariant(
        $"""
        '{path}' is refused: at byte {position} of its pickle it asks for '{global}', which is not a part of a state_dict.
        Nothing in it was executed. A pickle can run any program when Python loads it: do not load this file there unless you trust its source.
        If it is a whole pickled model of yours, save its weights alone: torch.save(model.state_dict(), "weights.pth").
        """));
}
