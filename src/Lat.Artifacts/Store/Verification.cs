namespace Lat.Artifacts;

/// <summary>How closely a stored result is looked at before it is reused.</summary>
public enum Verification
{
    /// <summary>The manifest is whole, and every output exists in its size. Content is hashed when a stage reads it.</summary>
    Presence,

    /// <summary>Every output is hashed, once per process.</summary>
    Content,
}
