namespace Lat.Artifacts;

/// <summary>What about a stage is not as it was when it last ran.</summary>
public enum DifferenceKind
{
    /// <summary>The experiment has not run this stage yet.</summary>
    NeverRun,

    /// <summary>The stage computes another kind of thing.</summary>
    StageKind,

    /// <summary>The stage's code.</summary>
    CodeRevision,

    /// <summary>A field of the spec.</summary>
    Field,

    /// <summary>The content of an input.</summary>
    Input,

    /// <summary>The seed.</summary>
    Seed,

    /// <summary>A library or device that changes the bits of a result.</summary>
    Numerics,

    /// <summary>Nothing changed, but the store no longer has the result.</summary>
    ResultGone,

    /// <summary>Nothing changed, but the stored result may not be used.</summary>
    ResultDamaged,

    /// <summary>A method, type, package or resource of the stage's code.</summary>
    Code,

    /// <summary>An input is not known yet: a stage that makes it has to run first.</summary>
    InputPending,
}
