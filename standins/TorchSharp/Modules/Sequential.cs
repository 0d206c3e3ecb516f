using System.Globalization;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Modules
{
    /// <summary>Modules one after another; what lies between is disposed when the last has run.</summary>
    public class Sequential : Module<Tensor, Tensor>
    {
        internal Sequential(IEnumerable<(string Name, Module<Tensor, Tensor> Module)> modules) : base(nameof(Sequential))
        {
            foreach (var (name, module) in modules)
            {
                register_module(name, module);
            }
        }

        /// <summary>The number of modules.</summary>
        public int Count => _internal_submodules.Count;

        /// <summary>A module by place.</summary>
        public IModule<Tensor, Tensor> this[int index] => (IModule<Tensor, Tensor>)_internal_submodules.values().ElementAt(index);

        /// <summary>Adds a module at the end.</summary>
        public Sequential append(string name, IModule<Tensor, Tensor> module)
        {
            register_module(name, (Module)module);
            return this;
        }

        /// <inheritdoc cref="append(string, IModule{Tensor, Tensor})"/>
        public Sequential append(IModule<Tensor, Tensor> module) => append(Count.ToString(CultureInfo.InvariantCulture), module);

        public override Tensor forward(Tensor tensor)
        {
            if (Count == 0)
            {
                return tensor.alias();
            }

            using var scope = NewDisposeScope();
            var result = tensor;
            foreach (var (_, module) in _internal_submodules)
            {
                result = ((IModule<Tensor, Tensor>)module).call(result);
            }

            return scope.MoveToOuter(result);
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.Sequential Sequential() => new([]);

            public static Modules.Sequential Sequential(params (string name, Module<Tensor, Tensor> submodule)[] modules) => new(modules);

            public static Modules.Sequential Sequential(params Module<Tensor, Tensor>[] modules) => Sequential((IEnumerable<Module<Tensor, Tensor>>)modules);

            public static Modules.Sequential Sequential(IEnumerable<(string name, Module<Tensor, Tensor> submodule)> modules) => new(modules);

            public static Modules.Sequential Sequential(IEnumerable<Module<Tensor, Tensor>> modules) =>
                new(modules.Select((module, place) => (place.ToString(CultureInfo.InvariantCulture), module)));

            public static Modules.Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
        }
    }
}
