using TorchSharp.Modules;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>The direct sub-modules with their names.</summary>
            public virtual IEnumerable<(string name, Module module)> named_children()
            {
                foreach (var (name, module) in _internal_submodules)
                {
                    yield return (name, module);
                }
            }

            /// <summary>The direct sub-modules.</summary>
            public virtual IEnumerable<Module> children() => named_children().Select(child => child.module);

            /// <summary>All modules below this one with their dotted names, outer before inner.</summary>
            public virtual IEnumerable<(string name, Module module)> named_modules()
            {
                foreach (var (name, module) in named_children())
                {
                    yield return (name, module);
                    foreach (var (inner, below) in module.named_modules())
                    {
                        yield return ($"{name}.{inner}", below);
                    }
                }
            }

            /// <summary>All modules below this one.</summary>
            public virtual IEnumerable<Module> modules() => named_modules().Select(entry => entry.module);

            /// <summary>The parameters with their dotted names, each once.</summary>
            public virtual IEnumerable<(string name, Parameter parameter)> named_parameters(bool recurse = true)
            {
                var seen = new HashSet<nint>();
                foreach (var (name, parameter) in AllParameters(recurse))
                {
                    if (seen.Add(parameter.Handle))
                    {
                        yield return (name, parameter);
                    }
                }
            }

            /// <summary>The parameters.</summary>
            public virtual IEnumerable<Parameter> parameters(bool recurse = true) => named_parameters(recurse).Select(entry => entry.parameter);

            /// <summary>The buffers with their dotted names, each once.</summary>
            public virtual IEnumerable<(string name, Tensor buffer)> named_buffers(bool recurse = true, bool include_nonpersistent = true)
            {
                var seen = new HashSet<nint>();
                foreach (var (name, buffer) in AllBuffers(recurse, include_nonpersistent))
                {
                    if (seen.Add(buffer.Handle))
                    {
                        yield return (name, buffer);
                    }
                }
            }

            /// <summary>The buffers.</summary>
            public virtual IEnumerable<Tensor> buffers(bool recurse = true, bool include_nonpersistent = true) =>
                named_buffers(recurse, include_nonpersistent).Select(entry => entry.buffer);

            /// <summary>Whether a dotted name leads to a parameter.</summary>
            public virtual bool has_parameter(string target) => AllParameters(recurse: true).Any(entry => entry.Name == target);

            /// <summary>Whether a dotted name leads to a buffer.</summary>
            public virtual bool has_buffer(string target) => AllBuffers(recurse: true, transient: true).Any(entry => entry.Name == target);

            /// <summary>The parameter of a dotted name, or null.</summary>
            public virtual Parameter? get_parameter(string target) => AllParameters(recurse: true).FirstOrDefault(entry => entry.Name == target).Parameter;

            /// <summary>The buffer of a dotted name, or null.</summary>
            public virtual Tensor? get_buffer(string target) => AllBuffers(recurse: true, transient: true).FirstOrDefault(entry => entry.Name == target).Buffer;

            private IEnumerable<(string Name, Parameter Parameter)> AllParameters(bool recurse)
            {
                foreach (var (name, parameter) in _internal_params)
                {
                    if (parameter is not null)
                    {
                        yield return (name, parameter);
                    }
                }

                foreach (var (name, module) in recurse ? named_children() : [])
                {
                    foreach (var (inner, parameter) in module.named_parameters())
                    {
                        yield return ($"{name}.{inner}", parameter);
                    }
                }
            }

            private IEnumerable<(string Name, Tensor Buffer)> AllBuffers(bool recurse, bool transient)
            {
                foreach (var (name, (buffer, persistent)) in _internal_buffers)
                {
                    if (buffer is not null && (persistent || transient))
                    {
                        yield return (name, buffer);
                    }
                }

                foreach (var (name, module) in recurse ? named_children() : [])
                {
                    foreach (var (inner, buffer) in module.named_buffers(include_nonpersistent: transient))
                    {
                        yield return ($"{name}.{inner}", buffer);
                    }
                }
            }
        }
    }
}
