using System.Collections;
using System.Reflection;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Tests.Printing;

/// <summary>Walks the typed model of a pack, so that whatever is added to it is met without being named here.</summary>
internal static class PackParts
{
    /// <summary>Every object of a pack, the pack itself first.</summary>
    public static IEnumerable<object> All(object part)
    {
        yield return part;
        foreach (var property in Properties(part.GetType()))
            foreach (var inner in Inner(property.GetValue(part)))
                foreach (var found in All(inner)) yield return found;
    }

    /// <summary>The citations of a pack; codes that the national base does not have are none of its values.</summary>
    public static IEnumerable<(string Owner, Citation Citation)> Citations(RulePack pack)
        => from part in All(pack)
           where part is not IdentifyingCode { Value: "" }
           from property in Properties(part.GetType())
           where property.PropertyType == typeof(Citation)
           let citation = (Citation?)property.GetValue(part)
           where citation is not null
           select (part.ToString()!, citation);

    /// <summary>Values that can be written, which leaves out what is worked out from others.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type type)
        => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.GetIndexParameters().Length == 0);

    private static IEnumerable<object> Inner(object? value) => value switch
    {
        null or string => [],
        IEnumerable list => list.Cast<object>().Where(IsPart),
        _ => IsPart(value) ? [value] : [],
    };

    private static bool IsPart(object value) => value is not Citation && value.GetType().Namespace == typeof(RulePack).Namespace
        && value.GetType().IsClass;
}
