namespace TorchSharp;

/// <summary>
/// Owns the tensors that are created on its thread while it is the innermost open scope, and disposes them when it is disposed.
/// </summary>
public sealed partial class DisposeScope : IDisposable
{
    private readonly DisposeScopeManager _manager;
    private readonly List<IDisposable?> _items = [];
    private int _live;

    internal DisposeScope(DisposeScopeManager manager, DisposeScope? outer) => (_manager, Outer) = (manager, outer);

    internal DisposeScope? Outer { get; set; }

    /// <summary>What the scope owns now, in the order of attachment.</summary>
    public IReadOnlyList<IDisposable> DisposablesView => [.. _items.OfType<IDisposable>()];

    /// <summary>How many disposables the scope owns.</summary>
    public int DisposablesCount => _live;

    /// <summary>Whether the scope owns it.</summary>
    public bool Contains(IDisposable disposable) => SlotOf(disposable) >= 0;

    /// <summary>Disposes everything in the scope and closes it.</summary>
    public void Dispose()
    {
        _manager.Close(this);
        DisposeEverything();
    }

    /// <summary>Disposes everything in the scope and leaves it open.</summary>
    public void DisposeEverything() => DisposeEverythingBut((IEnumerable<IDisposable>)[]);

    /// <summary>Tells the scope that the object has been disposed, so that it is not disposed again.</summary>
    public void MarkAsDisposed(IDisposable disposable)
    {
        if (Remove(disposable) && disposable is torch.Tensor)
        {
            _manager.Tensors.DisposedInScopeCount++;
        }
    }

    internal void Add(IDisposable item)
    {
        if (item is torch.Tensor tensor)
        {
            tensor.OwningScope = this;
            tensor.ScopeSlot = _items.Count;
        }

        _items.Add(item);
        _live++;
    }

    private bool Remove(IDisposable item)
    {
        var slot = SlotOf(item);
        if (slot < 0)
        {
            return false;
        }

        _items[slot] = null;
        _live--;
        if (item is torch.Tensor tensor)
        {
            tensor.OwningScope = null;
        }

        while (_items.Count > 0 && _items[^1] is null)
        {
            _items.RemoveAt(_items.Count - 1);
        }

        return true;
    }

    // A tensor knows its slot; other disposables are few and looked for.
    private int SlotOf(IDisposable item)
    {
        if (item is torch.Tensor tensor)
        {
            return ReferenceEquals(tensor.OwningScope, this) ? tensor.ScopeSlot : -1;
        }

        return _items.FindIndex(other => ReferenceEquals(other, item));
    }
}
