namespace Lat.Core;

/// <summary>
/// An options record with a rule over several of its fields. Called once every field is valid by itself, after the records inside it.
/// </summary>
public interface IValidated
{
    /// <summary>Everything that is wrong; empty where nothing is.</summary>
    IEnumerable<SpecProblem> Check();
}
