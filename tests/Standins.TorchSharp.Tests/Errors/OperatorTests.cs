using System.Reflection;

namespace Standins.TorchSharp.Tests;

public class OperatorTests
{
    [Fact]
    public void EveryOperatorIsKnownToLibtorch()
    {
        // Composed of older operators where libtorch lacks it (before 2.0).
        string[] optional = ["aten::scaled_dot_product_attention"];
        var table = typeof(torch).Assembly.GetType("TorchSharp.Operators", throwOnError: true)!;
        var exists = table.Assembly.GetType("TorchSharp.Operator")!.GetProperty("Exists", BindingFlags.Instance | BindingFlags.NonPublic)!;
        var operators = table.GetFields(BindingFlags.Static | BindingFlags.NonPublic).Select(field => field.GetValue(null)!).ToList();
        Assert.True(operators.Count > 300);
        var unknown = operators.Where(entry => !(bool)exists.GetValue(entry)!).Select(entry => entry.ToString()!);
        Assert.Empty(unknown.Except(optional));
    }
}
