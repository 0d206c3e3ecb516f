namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>Parameters and saved buffers by dotted name; the tensors are the module's own.</summary>
            public virtual Dictionary<string, Tensor> state_dict(Dictionary<string, Tensor>? destination = null, string? prefix = null)
            {
                destination ??= [];
                var start = string.IsNullOrEmpty(prefix) ? "" : prefix + ".";
                foreach (var (name, parameter) in AllParameters(recurse: true))
                {
                    destination.TryAdd(start + name, parameter);
                }

                foreach (var (name, buffer) in AllBuffers(recurse: true, transient: false))
                {
                    destination.TryAdd(start + name, buffer);
                }

                return destination;
            }

            /// <summary>Copies values into parameters and buffers.</summary>
            /// <exception cref="InvalidOperationException">The names differ and <paramref name="strict"/> is true; nothing has been changed.</exception>
            public virtual (IList<string> missing_keys, IList<string> unexpected_keyes) load_state_dict(
                Dictionary<string, Tensor> source, bool strict = true, IList<string>? skip = null)
            {
                var own = state_dict();
                var skipped = skip ?? [];
                List<string> missing = [.. own.Keys.Where(name => !source.ContainsKey(name) && !skipped.Contains(name))];
                List<string> unexpected = [.. source.Keys.Where(name => !own.ContainsKey(name) && !skipped.Contains(name))];
                if (strict && missing.Count + unexpected.Count > 0)
                {
                    throw new InvalidOperationException(
                        $"The loaded state_dict is not identical to the target dictionary. Missing: [{string.Join(", ", missing)}]; unexpected: [{string.Join(", ", unexpected)}].");
                }

                using var still = no_grad();
                foreach (var (name, value) in source)
                {
                    if (own.TryGetValue(name, out var target) && !skipped.Contains(name))
                    {
                        target.copy_(value);
                    }
                }

                return (missing, unexpected);
            }
        }
    }
}
