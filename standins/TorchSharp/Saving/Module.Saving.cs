namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public abstract partial class Module
        {
            /// <summary>Writes the state: the number of entries (LEB128), then for each its name and tensor.</summary>
            public virtual Module save(BinaryWriter writer, IList<string>? skip = null)
            {
                save_state_dict(writer, state_dict(), skip);
                return this;
            }

            /// <inheritdoc cref="save(BinaryWriter, IList{string})"/>
            public Module save(Stream stream, IList<string>? skip = null) => save(new BinaryWriter(stream), skip);

            /// <inheritdoc cref="save(BinaryWriter, IList{string})"/>
            public Module save(string location, IList<string>? skip = null)
            {
                using var writer = new BinaryWriter(File.Create(location));
                return save(writer, skip);
            }

            /// <inheritdoc cref="save(BinaryWriter, IList{string})"/>
            public static void save_state_dict(BinaryWriter writer, Dictionary<string, Tensor> sd, IList<string>? skip = null)
            {
                List<KeyValuePair<string, Tensor>> kept = [.. sd.Where(entry => skip is null || !skip.Contains(entry.Key))];
                Leb128.Write(writer, kept.Count);
                foreach (var (name, tensor) in kept)
                {
                    writer.Write(name);
                    tensor.Save(writer);
                }
            }

            /// <summary>Reads what <see cref="save(BinaryWriter, IList{string})"/> wrote.</summary>
            /// <exception cref="ArgumentException">The names differ and <paramref name="strict"/> is true.</exception>
            public virtual Module load(
                BinaryReader reader, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                var own = state_dict();
                var skipped = skip ?? [];
                var count = Leb128.Read(reader);
                if (strict && own.Keys.Count(name => !skipped.Contains(name)) > count)
                {
                    throw new ArgumentException($"Mismatched state_dict sizes: expected {own.Count}, but found {count} entries.");
                }

                if (loadedParameters is not null)
                {
                    foreach (var name in own.Keys)
                    {
                        loadedParameters[name] = false;
                    }
                }

                for (var i = 0L; i < count; i++)
                {
                    var name = reader.ReadString();
                    var known = own.TryGetValue(name, out var target);
                    if (strict && !known && !skipped.Contains(name))
                    {
                        throw new ArgumentException($"Mismatched module state names: the target modules does not have a submodule or buffer named '{name}'");
                    }

                    if (known && !skipped.Contains(name))
                    {
                        target!.Load(reader);
                        loadedParameters?[name] = true;
                    }
                    else
                    {
                        TensorExtensionMethods.Load(reader, skip: true).Dispose();
                    }
                }

                return this;
            }

            /// <inheritdoc cref="load(BinaryReader, bool, IList{string}, Dictionary{string, bool})"/>
            public virtual Module load(Stream stream, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null) =>
                load(new BinaryReader(stream), strict, skip, loadedParameters);

            /// <inheritdoc cref="load(BinaryReader, bool, IList{string}, Dictionary{string, bool})"/>
            public virtual Module load(string location, bool strict = true, IList<string>? skip = null, Dictionary<string, bool>? loadedParameters = null)
            {
                using var reader = new BinaryReader(File.OpenRead(location));
                return load(reader, strict, skip, loadedParameters);
            }
        }
    }
}
