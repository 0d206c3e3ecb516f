using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class optim
    {
        public abstract partial class Optimizer
        {
            /// <summary>Options and states of all groups.</summary>
            public class StateDictionary
            {
                internal StateDictionary()
                {
                }

                /// <summary>One entry a group.</summary>
                public List<OptimizerOptions> Options { get; private set; } = [];

                /// <summary>One entry a parameter.</summary>
                public List<OptimizerState> State { get; private set; } = [];

                /// <summary>For each group, the places of its parameters' states.</summary>
                public List<List<int>> StateIndexRef { get; private set; } = [];
            }
        }
    }
}
