namespace TorchSharp;

public sealed partial class DisposeScope
{
    /// <summary>Takes ownership, out of another scope if need be.</summary>
    public void Attach(IDisposable disposable) => Attach((IEnumerable<IDisposable>)[disposable]);

    /// <inheritdoc cref="Attach(IDisposable)"/>
    public void Attach(params IDisposable[] disposables) => Attach((IEnumerable<IDisposable>)disposables);

    /// <inheritdoc cref="Attach(IDisposable)"/>
    public IReadOnlyList<IDisposable> Attach(IEnumerable<IDisposable> disposables)
    {
        List<IDisposable> items = [.. disposables];
        foreach (var item in items)
        {
            if (Contains(item))
            {
                continue;
            }

            if (item is torch.Tensor tensor)
            {
                if (tensor.OwningScope is { } owner)
                {
                    owner.Remove(tensor);
                }
                else
                {
                    _manager.Tensors.AttachedToScopeCount++;
                }
            }

            Add(item);
        }

        return items;
    }

    /// <summary>Disposes everything in the scope but one, which stays in it.</summary>
    public T DisposeEverythingBut<T>(T keep) where T : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[keep]);
        return keep;
    }

    /// <inheritdoc cref="DisposeEverythingBut{T}(T)"/>
    public (T1 first, T2 second) DisposeEverythingBut<T1, T2>(T1 first, T2 second) where T1 : IDisposable where T2 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second]);
        return (first, second);
    }

    /// <inheritdoc cref="DisposeEverythingBut{T}(T)"/>
    public (T1 first, T2 second, T3 third) DisposeEverythingBut<T1, T2, T3>(T1 first, T2 second, T3 third)
        where T1 : IDisposable where T2 : IDisposable where T3 : IDisposable
    {
        DisposeEverythingBut((IEnumerable<IDisposable>)[first, second, third]);
        return (first, second, third);
    }

    /// <inheritdoc cref="DisposeEverythingBut{T}(T)"/>
    public void DisposeEverythingBut(params IDisposable[] keep) => DisposeEverythingBut((IEnumerable<IDisposable>)keep);

    /// <inheritdoc cref="DisposeEverythingBut{T}(T)"/>
    public void DisposeEverythingBut(IEnumerable<IDisposable> inKeep)
    {
        var keep = new HashSet<IDisposable>(inKeep, ReferenceEqualityComparer.Instance);
        var items = _items.ToArray();
        _items.Clear();
        _live = 0;
        foreach (var item in items)
        {
            if (item is null)
            {
                continue;
            }

            if (keep.Contains(item))
            {
                Add(item);
                continue;
            }

            if (item is torch.Tensor tensor)
            {
                tensor.OwningScope = null;
                tensor.DisposeInScope(_manager.Tensors);
            }
            else
            {
                item.Dispose();
            }
        }
    }
}
