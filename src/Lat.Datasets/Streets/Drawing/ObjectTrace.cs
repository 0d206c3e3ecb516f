namespace Lat.Datasets;

/// <summary>The canvas pixels that one object covered when it was painted, before anything nearer hid them.</summary>
internal struct ObjectTrace
{
    public int Left, Top, Right, Bottom;

    /// <summary>How many pixels were covered.</summary>
    public int Count;

    /// <summary>Takes in the pixels from <paramref name="from"/> up to, not including, <paramref name="to"/> of one row.</summary>
    public void Cover(int row, int from, int to, int newPixels)
    {
        if (Count == 0 && newPixels > 0)
        {
            (Left, Top, Right, Bottom) = (from, row, to, row + 1);
        }
        else
        {
            Left = Math.Min(Left, from);
            Right = Math.Max(Right, to);
            Top = Math.Min(Top, row);
            Bottom = Math.Max(Bottom, row + 1);
        }

        Count += newPixels;
    }
}
