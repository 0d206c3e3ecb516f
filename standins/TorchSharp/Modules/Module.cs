using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>A part of a network: named parameters, buffers and sub-modules.</summary>
        public abstract partial class Module : IDisposable
        {
            /// <summary>What <see cref="GetName"/> returns.</summary>
            protected readonly string name;

            /// <summary>The parameters of this module alone.</summary>
            protected OrderedDict<string, Parameter?> _internal_params = new();

            /// <summary>The buffers of this module alone, and whether they are saved.</summary>
            protected OrderedDict<string, (Tensor, bool)> _internal_buffers = new();

            /// <summary>The direct sub-modules.</summary>
            protected OrderedDict<string, Module> _internal_submodules = new();

            private bool _training = true;

            /// <summary>A module; the name is not the one under which it is registered.</summary>
            protected Module(string name) => this.name = name;

            /// <summary>Whether layers behave as in training (drop-out, batch statistics).</summary>
            public virtual bool training => _training;

            /// <summary>The module's own name.</summary>
            public virtual string GetName() => name;

            /// <summary>Turns training on or off, here and below.</summary>
            public virtual void train(bool train = true)
            {
                _training = train;
                foreach (var module in children())
                {
                    module.train(train);
                }
            }

            /// <summary>Turns training off.</summary>
            public virtual void eval() => train(false);

            /// <summary>Calls the function on every module, innermost first.</summary>
            public virtual Module apply(Action<Module> fn)
            {
                foreach (var module in children())
                {
                    module.apply(fn);
                }

                fn(this);
                return this;
            }

            /// <summary>Forgets the gradients, or sets them to zero.</summary>
            public virtual void zero_grad(bool set_to_none = true)
            {
                foreach (var parameter in parameters())
                {
                    using var gradient = parameter.grad;
                    if (gradient is null)
                    {
                        continue;
                    }

                    if (set_to_none)
                    {
                        parameter.grad = null;
                    }
                    else
                    {
                        using var still = no_grad();
                        gradient.zero_();
                    }
                }
            }

            /// <inheritdoc/>
            public void Dispose()
            {
                Dispose(true);
                GC.SuppressFinalize(this);
            }

            /// <summary>Disposes parameters, buffers and sub-modules.</summary>
            protected virtual void Dispose(bool disposing)
            {
                if (!disposing)
                {
                    return;
                }

                foreach (var (_, parameter) in _internal_params)
                {
                    parameter?.Dispose();
                }

                foreach (var (_, (buffer, _)) in _internal_buffers)
                {
                    buffer?.Dispose();
                }

                foreach (var (_, module) in _internal_submodules)
                {
                    module.Dispose();
                }
            }
        }
    }
}
