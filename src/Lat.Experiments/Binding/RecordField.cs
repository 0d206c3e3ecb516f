using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Runtime.CompilerServices;
using Lat.Core;

namespace Lat.Experiments;

/// <summary>One field of an options record: a property that is set after construction, or by a parameter of the constructor.</summary>
internal sealed class RecordField
{
    public RecordField(PropertyInfo property, ParameterInfo? parameter)
    {
        (Property, Parameter, Key) = (property, parameter, FieldNames.ToCamelCase(property.Name));
        Shape = ValueShape.Of(property.PropertyType, new NullabilityInfoContext().Create(property));
        IsRequired = parameter is { HasDefaultValue: false }
            || (parameter is null && property.IsDefined(typeof(RequiredMemberAttribute), inherit: true));
        Rules = [.. property.GetCustomAttributes<ValidationAttribute>(), .. parameter?.GetCustomAttributes<ValidationAttribute>() ?? []];
        AllowsNonFinite = property.IsDefined(typeof(AllowNonFiniteAttribute))
            || parameter?.IsDefined(typeof(AllowNonFiniteAttribute)) == true;
    }

    /// <summary>The name in a file.</summary>
    public string Key { get; }

    public PropertyInfo Property { get; }

    public ParameterInfo? Parameter { get; }

    public ValueShape Shape { get; }

    public bool IsRequired { get; }

    public EquatableArray<ValidationAttribute> Rules { get; }

    public bool AllowsNonFinite { get; }
}
