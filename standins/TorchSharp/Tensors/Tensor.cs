using System.Diagnostics.CodeAnalysis;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>A handle on a libtorch tensor. It belongs to the dispose scope in which it was created.</summary>
    [SuppressMessage("Usage", "CA2216", Justification = "the finalizer is here")]
    public partial class Tensor : IDisposable
    {
        private static long s_total;
        private static long s_peak;
        private nint _handle;

        internal Tensor(nint handle)
        {
            _handle = handle;
            CountCreated();
            DisposeScopeManager.Current.Register(this);
        }

        /// <summary>Frees the native tensor of a handle that was neither disposed nor owned by a scope.</summary>
        ~Tensor() => Dispose(false);

        /// <summary>Tensors that are alive in the process.</summary>
        public static long TotalCount => Interlocked.Read(ref s_total);

        /// <summary>The most tensors that were alive at once.</summary>
        public static long PeakCount => Interlocked.Read(ref s_peak);

        internal DisposeScope? OwningScope { get; set; }

        internal int ScopeSlot { get; set; }

        /// <summary>The native tensor.</summary>
        /// <exception cref="InvalidOperationException">The tensor has been disposed.</exception>
        public nint Handle => _handle != 0 ? _handle : ThrowDisposed();

        /// <summary>Whether the tensor has been disposed.</summary>
        public bool IsInvalid => _handle == 0;

        /// <summary>Wraps a native tensor, of which it takes ownership.</summary>
        public static Tensor UnsafeCreateTensor(nint handle) => new(handle);

        /// <summary>Gives up ownership: the caller must release the handle.</summary>
        public nint DecoupleFromNativeHandle()
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            GC.SuppressFinalize(this);
            if (handle != 0)
            {
                CountDisposed(disposing: true);
            }

            return handle;
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Frees the native tensor.</summary>
        protected virtual void Dispose(bool disposing)
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle == 0)
            {
                return;
            }

            CountDisposed(disposing);
            NativeApi.Release(handle);
        }

        internal static Tensor? FromNative(long handle) => handle == 0 ? null : new Tensor((nint)handle);

        internal void DisposeInScope(LifetimeStatistics statistics)
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            GC.SuppressFinalize(this);
            if (handle != 0)
            {
                statistics.DisposedInScopeCount++;
                Interlocked.Decrement(ref s_total);
                NativeApi.Release(handle);
            }
        }

        private void CountDisposed(bool disposing)
        {
            Interlocked.Decrement(ref s_total);
            if (!disposing)
            {
                return;
            }

            if (OwningScope is { } scope)
            {
                scope.MarkAsDisposed(this);
            }
            else
            {
                DisposeScopeManager.Current.Tensors.DisposedOutsideScopeCount++;
            }
        }

        private static void CountCreated()
        {
            var total = Interlocked.Increment(ref s_total);
            if (total > Volatile.Read(ref s_peak))
            {
                Volatile.Write(ref s_peak, total);
            }
        }

        private static nint ThrowDisposed() => throw new InvalidOperationException("Tensor invalid -- empty handle.");
    }
}
