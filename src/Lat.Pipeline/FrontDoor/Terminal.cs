namespace Lat.Pipeline;

/// <summary>A terminal whose last lines can be drawn again: it understands the escape sequences that move the cursor up and erase.</summary>
/// <param name="Width">Characters in a line; asked at every drawing, since windows change.</param>
public sealed record Terminal(Func<int> Width);
