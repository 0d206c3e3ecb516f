using System.Collections;
using System.Diagnostics.CodeAnalysis;
using static TorchSharp.torch;

namespace TorchSharp.Modules
{
    /// <summary>Modules by name, in the order in which they were added.</summary>
    public class ModuleDict<T> : nn.Module, IEnumerable<(string, T)> where T : nn.Module
    {
        /// <summary>An empty dictionary.</summary>
        public ModuleDict() : base(nameof(ModuleDict<T>))
        {
        }

        public int Count => _internal_submodules.Count;

        public bool IsReadOnly => false;

        public ICollection<string> Keys => _internal_submodules.Keys;

        public ICollection<T> Values => [.. values()];

        public T this[string key]
        {
            get => (T)_internal_submodules[key];
            set => _internal_submodules[key] = value;
        }

        public void Add(string key, T value) => register_module(key, value);

        public void Add((string, T) item) => register_module(item.Item1, item.Item2);

        public bool ContainsKey(string key) => _internal_submodules.ContainsKey(key);

        public bool TryGetValue(string key, [MaybeNullWhen(false)] out T value)
        {
            var found = _internal_submodules.TryGetValue(key, out var module);
            value = found ? (T)module! : default;
            return found;
        }

        public bool Remove(string key) => _internal_submodules.Remove(key);

        public void clear() => ClearModules();

        public void Clear() => ClearModules();

        public IEnumerable<string> keys() => _internal_submodules.keys();

        public IEnumerable<T> values() => _internal_submodules.values().Cast<T>();

        public IEnumerator<(string, T)> items() => GetEnumerator();

        public IEnumerator<(string, T)> GetEnumerator()
        {
            foreach (var (name, module) in _internal_submodules)
            {
                yield return (name, (T)module);
            }
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

        /// <summary>Nothing: modules are registered as they come.</summary>
        protected override void RegisterComponents()
        {
        }
    }
}

namespace TorchSharp
{
    public static partial class torch
    {
        public static partial class nn
        {
            public static Modules.ModuleDict<Module> ModuleDict(params (string, Module)[] modules)
            {
                var dictionary = new Modules.ModuleDict<Module>();
                foreach (var (name, module) in modules)
                {
                    dictionary.Add(name, module);
                }

                return dictionary;
            }
        }
    }
}
