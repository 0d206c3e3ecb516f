namespace TorchSharp;

/// <summary>The open dispose scopes of one thread, innermost last, and the thread's statistics.</summary>
public class DisposeScopeManager
{
    [ThreadStatic]
    private static DisposeScopeManager? s_current;

    private readonly ThreadDisposeScopeStatistics _statistics = new();

    internal static DisposeScopeManager Current => s_current ??= new DisposeScopeManager();

    /// <summary>The statistics of the calling thread.</summary>
    public static ThreadDisposeScopeStatistics Statistics => Current._statistics;

    internal LifetimeStatistics Tensors => _statistics.TensorStatistics;

    internal DisposeScope? Innermost { get; private set; }

    internal DisposeScope Open() => Innermost = new DisposeScope(this, Innermost);

    /// <summary>Takes the scope out of the stack, wherever it stands in it.</summary>
    internal void Close(DisposeScope scope)
    {
        if (ReferenceEquals(Innermost, scope))
        {
            Innermost = scope.Outer;
            return;
        }

        for (var inner = Innermost; inner is not null; inner = inner.Outer)
        {
            if (ReferenceEquals(inner.Outer, scope))
            {
                inner.Outer = scope.Outer;
                return;
            }
        }
    }

    internal void Register(torch.Tensor tensor)
    {
        if (Innermost is { } scope)
        {
            Tensors.CreatedInScopeCount++;
            scope.Add(tensor);
        }
        else
        {
            Tensors.CreatedOutsideScopeCount++;
        }
    }
}
