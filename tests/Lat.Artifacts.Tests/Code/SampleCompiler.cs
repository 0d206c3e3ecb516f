using System.Collections;
using System.Reflection;

namespace Lat.Artifacts.Tests;

/// <summary>The compiler of the SDK that runs these tests, so that what is compared is what users' builds produce.</summary>
internal static class SampleCompiler
{
    private static readonly string _framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
    private static readonly Assembly _common = Assembly.LoadFrom(Path.Combine(Folder(), "Microsoft.CodeAnalysis.dll"));
    private static readonly Assembly _csharp = Assembly.LoadFrom(Path.Combine(Folder(), "Microsoft.CodeAnalysis.CSharp.dll"));
    private static readonly Lazy<Array> _references = new(References);

    /// <param name="path">The assembly to write; its name is the file's.</param>
    /// <param name="source">C#.</param>
    /// <param name="resource">The content of the embedded resource `words.txt`.</param>
    public static void Compile(string path, string source, string resource)
    {
        var tree = Call(Type(_csharp, "CSharp.CSharpSyntaxTree"), "ParseText", null, source);
        var kind = Enum.ToObject(Type(_common, "OutputKind"), 2);
        var optimised = Enum.ToObject(Type(_common, "OptimizationLevel"), 1);
        var options = New(Type(_csharp, "CSharp.CSharpCompilationOptions"), ("outputKind", kind), ("optimizationLevel", optimised), ("deterministic", true));
        var trees = List(Type(_common, "SyntaxTree"), [tree!]);
        var compilation = Call(Type(_csharp, "CSharp.CSharpCompilation"), "Create", null, Path.GetFileNameWithoutExtension(path), trees, _references.Value, options);
        Func<Stream> content = () => new MemoryStream(System.Text.Encoding.UTF8.GetBytes(resource));
        var resources = List(Type(_common, "ResourceDescription"), [New(Type(_common, "ResourceDescription"), ("resourceName", "words.txt"), ("dataProvider", content), ("isPublic", true))]);
        using var file = File.Create(path);
        var emit = compilation!.GetType().GetMethods().Where(method => method.Name == "Emit").MaxBy(method => method.GetParameters().Length)!;
        var result = emit.Invoke(compilation, Fill(emit, ("peStream", file), ("manifestResources", resources)))!;
        if (!(bool)result.GetType().GetProperty("Success")!.GetValue(result)!)
        {
            var faults = ((IEnumerable)result.GetType().GetProperty("Diagnostics")!.GetValue(result)!).Cast<object>();
            throw new InvalidOperationException(string.Join('\n', faults.Select(fault => fault.ToString()).Where(fault => fault!.Contains("error", StringComparison.Ordinal))));
        }
    }

    private static string Folder() => Directory
        .EnumerateDirectories(Path.Combine(_framework, "..", "..", "..", "sdk")).OrderDescending(StringComparer.Ordinal)
        .Select(sdk => Path.Combine(sdk, "Roslyn", "bincore")).First(Directory.Exists);

    private static Array References() => List(Type(_common, "MetadataReference"), [.. new[]
    {
        "System.Private.CoreLib", "System.Runtime", "System.Linq", "System.Collections", "System.Text.Json", "System.Text.Encodings.Web", "System.Memory",
    }.Select(name => Call(Type(_common, "MetadataReference"), "CreateFromFile", null, Path.Combine(_framework, name + ".dll"))!)]);

    private static Type Type(Assembly assembly, string name) => assembly.GetType("Microsoft.CodeAnalysis." + name, throwOnError: true)!;

    private static Array List(Type item, IReadOnlyList<object> items)
    {
        var array = Array.CreateInstance(item, items.Count);
        for (var index = 0; index < items.Count; index++)
        {
            array.SetValue(items[index], index);
        }

        return array;
    }

    private static object? Call(Type type, string name, object? on, params object[] arguments)
    {
        var method = type.GetMethods().First(method => method.Name == name && method.GetParameters() is var parameters && parameters.Length >= arguments.Length &&
            arguments.Select((argument, index) => parameters[index].ParameterType.IsInstanceOfType(argument)).All(fits => fits));
        return method.Invoke(on, Fill(method, [.. arguments.Select((argument, index) => (method.GetParameters()[index].Name!, argument))]));
    }

    private static object New(Type type, params (string Name, object Value)[] named)
    {
        var constructor = type.GetConstructors().First(constructor =>
            named.All(part => constructor.GetParameters().Any(parameter => parameter.Name == part.Name && parameter.ParameterType.IsInstanceOfType(part.Value))) &&
            constructor.GetParameters().All(parameter => parameter.HasDefaultValue || named.Any(part => part.Name == parameter.Name)));
        return constructor.Invoke(Fill(constructor, named));
    }

    private static object?[] Fill(MethodBase method, params (string Name, object Value)[] named) => [.. method.GetParameters().Select(parameter =>
        named.FirstOrDefault(part => part.Name == parameter.Name).Value
            ?? (parameter.DefaultValue is { } value and not DBNull ? value : parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null))];
}
