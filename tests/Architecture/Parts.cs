using System.Reflection;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace Disclosure.Architecture;

/// <summary>The parts of an assembly: a namespace below the root with all below it.</summary>
internal static class Parts
{
    /// <summary>Parts that know each other, directly or around a corner; each line names those of one cycle.</summary>
    public static IReadOnlyList<string> Cycles(Assembly assembly, string root)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        var known = new SortedDictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var type in module.GetTypes())
        {
            if (PartOf(type, root) is not { } from) continue;
            foreach (var to in References(type).SelectMany(Named).Select(named => PartOf(named, root)).OfType<string>())
            {
                if (to == from) continue;
                if (!known.TryGetValue(from, out var beyond)) known[from] = beyond = new(StringComparer.Ordinal);
                beyond.Add(to);
            }
        }

        return [.. known.Keys.Select(part => string.Join(", ", Reached(known, part).Where(other => Reached(known, other).Contains(part))))
            .Where(cycle => cycle.Contains(',', StringComparison.Ordinal)).Distinct()];
    }

    /// <summary>Everything that is known from a part, itself included where a way leads back.</summary>
    private static SortedSet<string> Reached(SortedDictionary<string, SortedSet<string>> known, string part)
    {
        var reached = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<string>([part]);
        while (open.TryPop(out var at))
        {
            foreach (var next in known.TryGetValue(at, out var beyond) ? beyond : [])
                if (reached.Add(next)) open.Push(next);
        }

        return reached;
    }

    private static string? PartOf(TypeReference type, string root)
    {
        while (type.DeclaringType is { } outer) type = outer;
        return type.Namespace.StartsWith(root + ".", StringComparison.Ordinal) ? type.Namespace[(root.Length + 1)..].Split('.')[0] : null;
    }

    private static IEnumerable<TypeReference> References(TypeDefinition type)
    {
        if (type.BaseType is { } @base) yield return @base;
        foreach (var one in type.Interfaces) yield return one.InterfaceType;
        foreach (var field in type.Fields) yield return field.FieldType;
        foreach (var method in type.Methods)
        {
            yield return method.ReturnType;
            foreach (var parameter in method.Parameters) yield return parameter.ParameterType;
            if (!method.HasBody) continue;
            foreach (var variable in method.Body.Variables) yield return variable.VariableType;
            foreach (var instruction in method.Body.Instructions)
                foreach (var named in Operand(instruction)) yield return named;
        }
    }

    private static IEnumerable<TypeReference> Operand(Instruction instruction) => instruction.Operand switch
    {
        TypeReference type => [type],
        GenericInstanceMethod method => [method.DeclaringType, .. method.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType,
            .. method.Parameters.Select(parameter => parameter.ParameterType)],
        FieldReference field => [field.DeclaringType, field.FieldType],
        _ => [],
    };

    private static IEnumerable<TypeReference> Named(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Named)],
        TypeSpecification { ElementType: { } element } => Named(element),
        _ => [type],
    };
}
