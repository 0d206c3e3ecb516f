using System.Numerics;
using System.Text;

namespace Lat.Detection;

/// <summary>
/// Reads one pickle (Python's `pickle`, protocols 2 to 5) into plain values. It knows data only: a global is a name that
/// <see cref="PyTorchGlobals"/> must list, and calling one means one of the few constructions there. Everything else is refused.
/// </summary>
internal sealed class PickleMachine(PickleInput input)
{
    // A detector's pickle has some ten thousand steps; a limit keeps a hostile one from filling the memory.
    private const int MostSteps = 8_000_000;

    private readonly PickleStack _stack = new(input);
    private readonly Dictionary<long, object?> _memo = [];
    private readonly PyTorchGlobals _globals = new(input);

    /// <summary>The bytes of an element of every storage that the pickle named, by its key.</summary>
    public IReadOnlyDictionary<string, int> ElementSizes => _globals.ElementSizes;

    /// <exception cref="Lat.Core.LatException">The pickle is damaged, asks for what is forbidden, or is truncated.</exception>
    public object? Run()
    {
        for (var step = 0; step < MostSteps; step++)
        {
            var code = (PickleCode)input.ReadByte();
            if (code == PickleCode.Stop)
            {
                return _stack.Pop();
            }

            if (!Constant(code) && !Collection(code) && !Memory(code))
            {
                Construct(code);
            }
        }

        throw input.Fault($"it has more than {MostSteps} steps");
    }

    private bool Constant(PickleCode code)
    {
        switch (code)
        {
            case PickleCode.None: _stack.Push(null); break;
            case PickleCode.NewTrue: _stack.Push(true); break;
            case PickleCode.NewFalse: _stack.Push(false); break;
            case PickleCode.Int32: _stack.Push((long)input.ReadInt32()); break;
            case PickleCode.UInt8: _stack.Push((long)input.ReadByte()); break;
            case PickleCode.UInt16: _stack.Push((long)input.ReadUInt16()); break;
            case PickleCode.Long1: PushNumber(input.ReadBytes(input.ReadByte())); break;
            case PickleCode.Long4: PushNumber(input.ReadBytes(input.ReadInt32())); break;
            case PickleCode.Float64: _stack.Push(input.ReadDouble()); break;
            case PickleCode.Unicode8: _stack.Push(input.ReadText(input.ReadByte())); break;
            case PickleCode.Unicode32: _stack.Push(input.ReadText((uint)input.ReadInt32())); break;
            case PickleCode.Unicode64: _stack.Push(input.ReadText(input.ReadInt64())); break;
            case PickleCode.String8: _stack.Push(Encoding.Latin1.GetString(input.ReadBytes(input.ReadByte()))); break;
            case PickleCode.String32: _stack.Push(Encoding.Latin1.GetString(input.ReadBytes(input.ReadInt32()))); break;
            case PickleCode.Bytes8: _stack.Push(input.ReadBytes(input.ReadByte())); break;
            case PickleCode.Bytes32: _stack.Push(input.ReadBytes((uint)input.ReadInt32())); break;
            case PickleCode.Bytes64 or PickleCode.ByteArray64: _stack.Push(input.ReadBytes(input.ReadInt64())); break;
            default: return false;
        }

        return true;
    }

    private bool Collection(PickleCode code)
    {
        switch (code)
        {
            case PickleCode.Mark: _stack.Mark(); break;
            case PickleCode.Pop: _stack.Pop(); break;
            case PickleCode.PopMark: _stack.PopToMark(); break;
            case PickleCode.EmptyTuple: _stack.Push(new PickleTuple([])); break;
            case PickleCode.Tuple: _stack.Push(new PickleTuple(_stack.PopToMark())); break;
            case PickleCode.Tuple1: _stack.Push(new PickleTuple(_stack.Pop(1))); break;
            case PickleCode.Tuple2: _stack.Push(new PickleTuple(_stack.Pop(2))); break;
            case PickleCode.Tuple3: _stack.Push(new PickleTuple(_stack.Pop(3))); break;
            case PickleCode.EmptyList: _stack.Push(new List<object?>()); break;
            case PickleCode.List: _stack.Push(_stack.PopToMark().ToList()); break;
            case PickleCode.Append: Append(_stack.Pop(1)); break;
            case PickleCode.Appends or PickleCode.AddItems: Append(_stack.PopToMark()); break;
            case PickleCode.EmptyDictionary: _stack.Push(new PickleMapping()); break;
            case PickleCode.EmptySet: _stack.Push(new PickleInert("set")); break;
            case PickleCode.SetItem: SetItems(_stack.Pop(2)); break;
            case PickleCode.SetItems: SetItems(_stack.PopToMark()); break;
            default: return false;
        }

        return true;
    }

    private bool Memory(PickleCode code)
    {
        switch (code)
        {
            case PickleCode.Protocol: Protocol(input.ReadByte()); break;
            case PickleCode.Frame: input.ReadInt64(); break;
            case PickleCode.Put8: _memo[input.ReadByte()] = _stack.Top; break;
            case PickleCode.Put32: _memo[(uint)input.ReadInt32()] = _stack.Top; break;
            case PickleCode.Memoize: _memo[_memo.Count] = _stack.Top; break;
            case PickleCode.Get8: Recall(input.ReadByte()); break;
            case PickleCode.Get32: Recall((uint)input.ReadInt32()); break;
            default: return false;
        }

        return true;
    }

    private void Construct(PickleCode code)
    {
        var position = input.Position - 1;
        switch (code)
        {
            case PickleCode.Global:
                _stack.Push(_globals.Find(input.ReadLine(), input.ReadLine(), position));
                break;
            case PickleCode.StackGlobal when _stack.Pop(2) is [string module, string name]:
                _stack.Push(_globals.Find(module, name, position));
                break;
            case PickleCode.Reduce or PickleCode.NewObject when _stack.Pop(2) is [PickleGlobal global, PickleTuple arguments]:
                _stack.Push(_globals.Call(global, arguments.Items));
                break;
            case PickleCode.PersistentId:
                _stack.Push(_globals.Storage(_stack.Pop()));
                break;
            case PickleCode.Build when _stack.Pop(2) is [PickleMapping or PickleInert or PickleTensor, _] pair:
                _stack.Push(pair[0]); // attributes such as a state_dict's `_metadata` are no weights
                break;
            default:
                throw PickleFault.At(input.Path, position, FormattableString.Invariant($"the step 0x{(byte)code:X2} has no place in a state_dict"));
        }
    }

    private void Protocol(byte version)
    {
        if (version is < 2 or > 5)
        {
            throw input.Fault($"it is of the protocol {version}; known are 2 to 5");
        }
    }

    private void Recall(long index) => _stack.Push(_memo.TryGetValue(index, out var value)
        ? value
        : throw input.Fault($"the value {index} is recalled that was never kept"));

    private void Append(object?[] items)
    {
        switch (_stack.Top)
        {
            case List<object?> list: list.AddRange(items); break;
            case PickleInert: break;
            default: throw input.Fault("values are added to what is no list");
        }
    }

    private void SetItems(object?[] items)
    {
        if (items.Length % 2 != 0 || _stack.Top is not (PickleMapping or PickleInert))
        {
            throw input.Fault("pairs are put into what is no mapping");
        }

        for (var index = 0; _stack.Top is PickleMapping mapping && index < items.Length; index += 2)
        {
            mapping.Set(items[index], items[index + 1]);
        }
    }

    private void PushNumber(byte[] littleEndian)
    {
        if (littleEndian.Length > 64)
        {
            throw input.Fault($"a number has {littleEndian.Length} bytes");
        }

        var number = new BigInteger(littleEndian);
        if (number >= long.MinValue && number <= long.MaxValue)
        {
            _stack.Push((long)number);
        }
        else
        {
            _stack.Push(number);
        }
    }
}
