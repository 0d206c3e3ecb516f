namespace TorchSharp;

public static partial class torch
{
    /// <summary>A source of random numbers with a state of its own.</summary>
    public class Generator : IDisposable
    {
        private nint _handle;

        /// <summary>A generator with a seed, on a device.</summary>
        public unsafe Generator(ulong seed = 0, Device? device = null)
        {
            this.device = device ?? CPU;
            nint handle;
            NativeApi.Check(NativeApi.Table.Generator(this.device.Packed, (long)seed, 0, &handle));
            _handle = handle;
        }

        private Generator(nint handle)
        {
            _handle = handle;
            device = CPU;
        }

        ~Generator() => Dispose(false);

        /// <summary>The CPU generator of factories that are given none.</summary>
        public static unsafe Generator Default
        {
            get
            {
                nint handle;
                NativeApi.Check(NativeApi.Table.Generator(CPU.Packed, 0, 1, &handle));
                return new Generator(handle);
            }
        }

        /// <summary>The native generator.</summary>
        public nint Handle
        {
            get => _handle != 0 ? _handle : throw new InvalidOperationException("The generator has been disposed.");
            private set => _handle = value;
        }

        /// <summary>The device.</summary>
        public Device device { get; private set; }

        /// <summary>Starts the sequence of a seed.</summary>
        public Generator manual_seed(long seed)
        {
            Seed(1, seed);
            return this;
        }

        /// <summary>Chooses an unpredictable seed and returns it.</summary>
        public long seed() => Seed(2, 0);

        /// <summary>The seed.</summary>
        public long initial_seed() => Seed(0, 0);

        /// <summary>The state, to be restored with <see cref="set_state"/>.</summary>
        public unsafe Tensor get_state()
        {
            nint state;
            NativeApi.Check(NativeApi.Table.GeneratorState(Handle, &state));
            return new Tensor(state);
        }

        /// <summary>Continues from a state.</summary>
        public unsafe void set_state(Tensor value)
        {
            NativeApi.Check(NativeApi.Table.GeneratorSetState(Handle, value.Handle));
            GC.KeepAlive(value);
        }

        /// <inheritdoc/>
        public void Dispose()
        {
            Dispose(true);
            GC.SuppressFinalize(this);
        }

        /// <summary>Frees the native generator.</summary>
        protected virtual unsafe void Dispose(bool disposing)
        {
            var handle = Interlocked.Exchange(ref _handle, 0);
            if (handle != 0)
            {
                NativeApi.Table.GeneratorRelease(handle);
            }
        }

        private unsafe long Seed(int kind, long value)
        {
            NativeApi.Check(NativeApi.Table.GeneratorSeed(Handle, &value, kind));
            return value;
        }
    }
}
