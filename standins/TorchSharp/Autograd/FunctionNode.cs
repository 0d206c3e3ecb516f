using System.Runtime.InteropServices;
using System.Text;
using static TorchSharp.torch;
using static TorchSharp.torch.autograd;

namespace TorchSharp;

/// <summary>The managed half of a node of the gradient graph; the native half holds it until the graph is freed.</summary>
internal sealed unsafe class FunctionNode
{
    private readonly AutogradContext _context;
    private readonly Func<AutogradContext, List<Tensor>, List<Tensor>> _backward;
    private readonly int[] _places;
    private readonly int _variables;
    private readonly (long[] Shape, ScalarType Type, Device Device)[] _outputs;

    private FunctionNode(AutogradContext context, object[] variables, List<Tensor> outputs, Func<AutogradContext, List<Tensor>, List<Tensor>> backward)
    {
        (_context, _backward, _variables) = (context, backward, variables.Length);
        _places = [.. Enumerable.Range(0, variables.Length).Where(place => variables[place] is Tensor)];
        _outputs = [.. outputs.Select(output => (output.shape, output.dtype, output.device))];
    }

    internal static void Record(
        string name, AutogradContext context, object[] variables, Tensor[] inputs, List<Tensor> outputs,
        Func<AutogradContext, List<Tensor>, List<Tensor>> backward)
    {
        var self = GCHandle.Alloc(new FunctionNode(context, variables, outputs, backward));
        nint[] sources = Handles(inputs), results = Handles(outputs), saved = Handles(context.ToSave);
        byte[] constant = [.. outputs.Select(output =>
            (byte)(context.NonDifferentiable.Contains(output, ReferenceEqualityComparer.Instance) || !(output.is_floating_point() || output.is_complex()) ? 1 : 0))];
        nint node;
        int status;
        fixed (byte* title = Encoding.UTF8.GetBytes(name + "\0"), flag = constant)
        fixed (nint* source = sources, result = results, kept = saved)
        {
            status = NativeApi.Table.Record(
                title, source, sources.Length, result, results.Length, kept, saved.Length, flag, GCHandle.ToIntPtr(self),
                (nint)(delegate* unmanaged<nint, nint*, int, nint*, int, byte*, int>)&Backward, (nint)(delegate* unmanaged<nint, void>)&Free, &node);
        }

        NativeApi.Check(status);
        context.Node = node;
        GC.KeepAlive((inputs, outputs, context));
    }

    [UnmanagedCallersOnly]
    private static void Free(nint context) => GCHandle.FromIntPtr(context).Free();

    [UnmanagedCallersOnly]
    private static int Backward(nint context, nint* gradients, int count, nint* results, int inputs, byte* message)
    {
        try
        {
            using var scope = NewDisposeScope();
            var node = (FunctionNode)GCHandle.FromIntPtr(context).Target!;
            var found = node.Gradients(new ReadOnlySpan<nint>(gradients, count));
            for (var i = 0; i < inputs; i++)
            {
                results[i] = found[i] is { } gradient ? NativeApi.Table.Share(gradient.Handle) : 0;
            }

            return 0;
        }
#pragma warning disable CA1031 // An exception must not cross into native code; its message is thrown there and comes back out of backward().
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var target = new Span<byte>(message, 1023);
            target[Encoding.UTF8.TryGetBytes(exception.Message, target, out var written) ? written : 0] = 0;
            return -1;
        }
    }

    private Tensor?[] Gradients(ReadOnlySpan<nint> handles)
    {
        var gradients = new List<Tensor>();
        for (var i = 0; i < handles.Length; i++)
        {
            gradients.Add(handles[i] != 0
                ? new Tensor(NativeApi.Table.Share(handles[i]))
                : _context.MaterializeGrads ? zeros(_outputs[i].Shape, _outputs[i].Type, _outputs[i].Device) : null!);
        }

        var found = _backward(_context, gradients);
        if (found.Count == _variables)
        {
            return [.. _places.Select(place => found[place])];
        }

        return found.Count == _places.Length
            ? [.. found]
            : throw new InvalidOperationException($"backward returned {found.Count} gradients for {_variables} inputs.");
    }
}
