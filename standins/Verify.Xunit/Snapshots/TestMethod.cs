using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace VerifyTests;

/// <summary>The test that verifies: what its snapshot is named for.</summary>
internal sealed record TestMethod(string TypeName, string Name, IReadOnlyList<string> ParameterNames)
{
    /// <exception cref="VerifyException">No test method is among the callers.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static TestMethod FindOnStack() =>
        new StackTrace().GetFrames().Select(frame => frame.GetMethod()).OfType<MethodInfo>().Select(ToWritten)
            .FirstOrDefault(IsTest) is { } test
            ? new TestMethod(NameOf(test.DeclaringType!), test.Name, [.. test.GetParameters().Select(parameter => parameter.Name!)])
            : throw new VerifyException("Verify was not called from within a test method, so its snapshot has no name. Call it from the test.");

    /// <summary>The method as it was written: behind the step of an async method, that method.</summary>
    private static MethodInfo ToWritten(MethodInfo method)
    {
        const BindingFlags all =
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        return method.DeclaringType is { DeclaringType: { } outer } machine && typeof(IAsyncStateMachine).IsAssignableFrom(machine)
            ? outer.GetMethods(all).FirstOrDefault(written => StateMachineOf(written) == Definition(machine)) ?? method
            : method;
    }

    private static Type? StateMachineOf(MethodInfo method) => method.GetCustomAttribute<AsyncStateMachineAttribute>()?.StateMachineType;

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static bool IsTest(MethodInfo method) => method.CustomAttributes.Any(attribute => IsFact(attribute.AttributeType));

    private static bool IsFact(Type? type) => type is not null && (type.FullName == "Xunit.FactAttribute" || IsFact(type.BaseType));

    private static string NameOf(Type type) => type.DeclaringType is { } outer ? $"{NameOf(outer)}.{type.Name}" : type.Name;
}
