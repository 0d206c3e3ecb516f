using System.Reflection;
using Nuke.Common.Execution;

namespace Nuke.Common.CI;

/// <summary>Writes the configuration file that the command line asks for, in place of a build.</summary>
internal static class ConfigurationGeneration
{
    /// <returns>Whether one was asked for and written.</returns>
    public static bool WasRequested(NukeBuild build, IReadOnlyList<ExecutableTarget> targets)
    {
        if (Invocation.Current.Parameters.Get(ConfigurationAttributeBase.ParameterName, typeof(string)) is not string id)
        {
            return false;
        }

        var generator = build.GetType().GetCustomAttributes<ConfigurationAttributeBase>().SingleOrDefault(one => one.Id == id)
            ?? throw new InvalidOperationException("generator != null");
        generator.Write(targets);
        return true;
    }
}
