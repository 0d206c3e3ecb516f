using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lat.Core;

/// <summary>
/// The origin of every random choice. A part of a program derives its own seed by name, so that adding a consumer never shifts another's draws.
/// </summary>
public readonly record struct Seed(ulong Value)
{
    /// <summary>The seed of a named purpose under this one: the first 8 bytes of SHA-256 over this seed and the name.</summary>
    public Seed Derive(string purpose)
    {
        var name = Encoding.UTF8.GetBytes(purpose);
        var bytes = new byte[8 + name.Length];
        System.Buffers.Binary.BinaryPrimitives.WriteUInt64LittleEndian(bytes, Value);
        name.CopyTo(bytes, 8);
        return new Seed(System.Buffers.Binary.BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(bytes)));
    }

    public Seed Derive(long index) => Derive(index.ToString(CultureInfo.InvariantCulture));

    public RandomStream ToStream() => new(this);

    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
