namespace TorchSharp;

public static partial class torch
{
    /// <summary>Seeds the generators of all devices and returns the CPU's.</summary>
    public static unsafe Generator manual_seed(long seed)
    {
        NativeApi.Check(NativeApi.Table.ManualSeed(seed));
        return Generator.Default;
    }

    /// <summary>The default generator's seed.</summary>
    public static long initial_seed() => random.initial_seed();

    /// <summary>Seeds the default generator unpredictably.</summary>
    public static long seed() => random.seed();

    /// <summary>The default generator's state.</summary>
    public static Tensor get_rng_state() => random.get_rng_state();

    /// <inheritdoc cref="get_rng_state"/>
    public static void set_rng_state(Tensor new_state) => random.set_rng_state(new_state);

    /// <summary>The default generator.</summary>
    public static partial class random
    {
        /// <inheritdoc cref="torch.manual_seed"/>
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        /// <inheritdoc cref="torch.initial_seed"/>
        public static long initial_seed()
        {
            using var generator = Generator.Default;
            return generator.initial_seed();
        }

        /// <inheritdoc cref="torch.seed"/>
        public static long seed()
        {
            using var generator = Generator.Default;
            return generator.seed();
        }

        /// <inheritdoc cref="torch.get_rng_state"/>
        public static Tensor get_rng_state()
        {
            using var generator = Generator.Default;
            return generator.get_state();
        }

        /// <inheritdoc cref="torch.get_rng_state"/>
        public static void set_rng_state(Tensor new_state)
        {
            using var generator = Generator.Default;
            generator.set_state(new_state);
        }
    }
}
