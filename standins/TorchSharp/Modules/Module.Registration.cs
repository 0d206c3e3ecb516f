using System.Reflection;
using TorchSharp.Modules;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            private bool _registered;

            /// <summary>Adds a parameter under a name; null keeps the name free of one.</summary>
            public virtual void register_parameter(string name, Parameter? param)
            {
                RequirePlainName(name);
                if (_internal_params.ContainsKey(name))
                {
                    throw new InvalidOperationException($"Parameter {name} is already registered.");
                }

                param?.DetachFromDisposeScope();
                _internal_params.Add(name, param);
            }

            /// <summary>Adds a tensor that is not learned; it is saved unless <paramref name="persistent"/> is false.</summary>
            public virtual void register_buffer(string name, Tensor tensor, bool persistent = true)
            {
                RequirePlainName(name);
                if (_internal_buffers.ContainsKey(name))
                {
                    throw new InvalidOperationException($"Tensor {name} is already registered.");
                }

                tensor?.DetachFromDisposeScope();
                _internal_buffers.Add(name, (tensor!, persistent));
            }

            /// <summary>Adds a sub-module under a name.</summary>
            public virtual void register_module(string name, Module submodule)
            {
                RequirePlainName(name);
                if (_internal_submodules.ContainsKey(name))
                {
                    throw new InvalidOperationException($"Sub-module {name} is already registered.");
                }

                submodule.RegisterComponents();
                _internal_submodules.Add(name, submodule);
            }

            /// <inheritdoc cref="register_module"/>
            public virtual void add_module(string name, Module module) => register_module(name, module);

            /// <summary>Registers every field that holds a module, parameter or tensor under the field's name.</summary>
            protected virtual void RegisterComponents()
            {
                if (_registered)
                {
                    return;
                }

                _registered = true;
                foreach (var field in GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic))
                {
                    var component = field.GetCustomAttribute<ComponentNameAttribute>()?.Name ?? field.Name;
                    switch (field.GetValue(this))
                    {
                        case Module module when !_internal_submodules.ContainsKey(component):
                            register_module(component, module);
                            break;
                        case Parameter parameter when !_internal_params.ContainsKey(component):
                            register_parameter(component, parameter);
                            break;
                        case Tensor buffer when buffer is not Modules.Parameter && !_internal_buffers.ContainsKey(component):
                            register_buffer(component, buffer);
                            break;
                    }
                }
            }

            /// <summary>Replaces, adds or (null) removes a parameter.</summary>
            protected void ConditionallyRegisterParameter(string name, Parameter? value)
            {
                value?.DetachFromDisposeScope();
                _internal_params[name] = value;
            }

            /// <summary>Replaces or adds a buffer.</summary>
            protected void ConditionallyRegisterBuffer(string name, Tensor value, bool persistent = true)
            {
                value?.DetachFromDisposeScope();
                _internal_buffers[name] = (value!, persistent);
            }

            /// <summary>Forgets the sub-modules.</summary>
            protected void ClearModules() => _internal_submodules.clear();

            private static void RequirePlainName(string name)
            {
                if (name.Contains('.', StringComparison.Ordinal) || name.Length == 0)
                {
                    throw new ArgumentException($"The name '{name}' is empty or contains a dot.");
                }
            }
        }
    }
}
