using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>One overload of one libtorch operator, found by name on first use and called with boxed arguments.</summary>
/// <param name="name">Qualified name, such as <c>aten::add</c>.</param>
/// <param name="overload">Overload name, empty for the first.</param>
internal sealed unsafe class Operator(string name, string overload)
{
    private const int ResultCapacity = 8;
    private const int StackWords = 64;

    private nint _handle;

    /// <summary>Whether the loaded libtorch has the operator.</summary>
    internal bool Exists => _handle != 0 || TryFind();

    /// <summary>Calls and wraps the first result, which must be a tensor.</summary>
    internal Tensor Call(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[ResultCapacity];
        Invoke(arguments, results);
        return new Tensor((nint)results[0].Bits);
    }

    /// <summary>Calls an operator that changes its first argument, and returns that.</summary>
    internal Tensor CallInPlace(params ReadOnlySpan<Argument> arguments)
    {
        CallForEffect(arguments);
        return (Tensor)arguments[0].Reference!;
    }

    /// <summary>Calls an operator that fills its last argument, and returns that.</summary>
    internal Tensor CallOut(params ReadOnlySpan<Argument> arguments)
    {
        CallForEffect(arguments);
        return (Tensor)arguments[^1].Reference!;
    }

    /// <summary>Calls and drops the results.</summary>
    internal void CallForEffect(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[ResultCapacity];
        var count = Invoke(arguments, results);
        for (var i = 0; i < count; i++)
        {
            if (results[i].Tag == ArgumentTag.Tensor && results[i].Bits != 0)
            {
                NativeApi.Release((nint)results[i].Bits);
            }
        }
    }

    internal (Tensor First, Tensor Second) CallPair(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[ResultCapacity];
        Invoke(arguments, results);
        return (new Tensor((nint)results[0].Bits), new Tensor((nint)results[1].Bits));
    }

    /// <summary>Calls for three tensors; a result that the operator left undefined is null.</summary>
    internal (Tensor First, Tensor Second, Tensor Third) CallTriple(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[ResultCapacity];
        Invoke(arguments, results);
        return (Tensor.FromNative(results[0].Bits)!, Tensor.FromNative(results[1].Bits)!, Tensor.FromNative(results[2].Bits)!);
    }

    internal Tensor[] CallList(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[ResultCapacity];
        Invoke(arguments, results);
        var items = (long*)results[0].Bits;
        var tensors = new Tensor[results[0].Count];
        for (var i = 0; i < tensors.Length; i++)
        {
            tensors[i] = new Tensor((nint)items[i]);
        }

        NativeApi.Free(items);
        return tensors;
    }

    /// <summary>Calls for all of several tensors.</summary>
    internal Tensor[] CallAll(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[ResultCapacity];
        var tensors = new Tensor[Invoke(arguments, results)];
        for (var i = 0; i < tensors.Length; i++)
        {
            tensors[i] = new Tensor((nint)results[i].Bits);
        }

        return tensors;
    }

    internal bool CallBool(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[ResultCapacity];
        Invoke(arguments, results);
        return results[0].Bits != 0;
    }

    internal long CallLong(params ReadOnlySpan<Argument> arguments)
    {
        var results = stackalloc NativeValue[ResultCapacity];
        Invoke(arguments, results);
        return results[0].Bits;
    }

    [SkipLocalsInit]
    private int Invoke(ReadOnlySpan<Argument> arguments, NativeValue* results)
    {
        if (_handle == 0)
        {
            Find();
        }

        var words = 0;
        foreach (ref readonly var argument in arguments)
        {
            if (argument.Tag >= ArgumentTag.IntList)
            {
                words += argument.ScratchWords;
            }
        }

        var scratch = stackalloc long[StackWords];
        if (words > StackWords)
        {
            return InvokeWithHeap(arguments, results, words);
        }

        return Invoke(arguments, results, scratch);
    }

    private int InvokeWithHeap(ReadOnlySpan<Argument> arguments, NativeValue* results, int words)
    {
        var scratch = (long*)NativeMemory.Alloc((nuint)words, sizeof(long));
        try
        {
            return Invoke(arguments, results, scratch);
        }
        finally
        {
            NativeMemory.Free(scratch);
        }
    }

    [SkipLocalsInit]
    private int Invoke(ReadOnlySpan<Argument> arguments, NativeValue* results, long* scratch)
    {
        var native = stackalloc NativeValue[arguments.Length];
        for (var i = 0; i < arguments.Length; i++)
        {
            arguments[i].Write(native + i, ref scratch);
        }

        var count = NativeApi.Table.Call(_handle, native, arguments.Length, results, ResultCapacity);
        if (count < 0)
        {
            NativeApi.Throw();
        }

        return count;
    }

    private void Find()
    {
        if (!TryFind())
        {
            throw new NotSupportedException(
                $"libtorch {NativeApi.Version} has no operator {name}{(overload.Length == 0 ? "" : "." + overload)}; set LIBTORCH to a newer one.");
        }
    }

    private bool TryFind()
    {
        nint found;
        NativeApi.Check(NativeApi.Table.Find(name, overload, &found));
        _handle = found;
        return found != 0;
    }

    public override string ToString() => overload.Length == 0 ? name : $"{name}.{overload}";
}
