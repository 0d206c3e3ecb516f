namespace Nuke.Common;

/// <summary>One step of a build: a property of the build class whose value describes the step by calls on its argument.</summary>
public delegate ITargetDefinition Target(ITargetDefinition definition);
