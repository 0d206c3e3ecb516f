namespace Lat.Experiments;

/// <summary>How large an experiment may be. Real ones are far below; what is above is a mistake or an attack.</summary>
internal static class DocumentLimits
{
    /// <summary>Bytes of one file: 1 MiB.</summary>
    public const int FileBytes = 1 << 20;

    /// <summary>Levels of nesting, with what aliases repeat.</summary>
    public const int Depth = 64;

    /// <summary>Values in all, counting again what aliases repeat.</summary>
    public const int Nodes = 100_000;

    /// <summary>Files in a chain of `extends`.</summary>
    public const int Files = 16;
}
