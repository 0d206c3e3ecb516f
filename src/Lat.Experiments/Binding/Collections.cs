using System.Reflection;
using Lat.Core;

namespace Lat.Experiments;

/// <summary>Makes lists and maps whose items' type is known only at run time.</summary>
internal static class Collections
{
    public static object MakeList(Type item, bool isNullable, IReadOnlyList<object?> items) =>
        Call(nameof(ListOf), item, isNullable, items);

    public static object MakeMap(Type item, bool isNullable, IReadOnlyList<KeyValuePair<string, object?>> entries) =>
        Call(nameof(MapOf), item, isNullable, entries);

    private static object Call(string method, Type item, bool isNullable, object argument)
    {
        var type = isNullable && item.IsValueType ? typeof(Nullable<>).MakeGenericType(item) : item;
        return typeof(Collections).GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(type)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [argument], null)!;
    }

    private static EquatableArray<T> ListOf<T>(IReadOnlyList<object?> items) => items.Select(item => (T)item!).ToEquatableArray();

    private static NamedMap<T> MapOf<T>(IReadOnlyList<KeyValuePair<string, object?>> entries) =>
        new(entries.Select(entry => KeyValuePair.Create(entry.Key, (T)entry.Value!)));
}
