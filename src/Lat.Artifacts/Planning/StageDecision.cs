namespace Lat.Artifacts;

/// <summary>What a plan foresees for a stage.</summary>
public enum StageDecision
{
    /// <summary>The store has the result.</summary>
    Reuse,

    /// <summary>The stage has to run, or, where an input is still open, has other reasons than that to run.</summary>
    Run,

    /// <summary>A stage before it runs; if the output comes out as it was, this one does not.</summary>
    RunIfInputChanges,
}
