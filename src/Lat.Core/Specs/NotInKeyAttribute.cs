namespace Lat.Core;

/// <summary>Marks a property of an options record that cannot change a result (workers, device memory, verbosity): it enters no key.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class NotInKeyAttribute : Attribute;
