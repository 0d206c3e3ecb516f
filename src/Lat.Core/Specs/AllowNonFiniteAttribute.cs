namespace Lat.Core;

/// <summary>Says that `.inf`, `-.inf` and `.nan` are meant where a file gives them; elsewhere they are faults.</summary>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class AllowNonFiniteAttribute : Attribute;
