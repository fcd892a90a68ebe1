using Disclosure.Runner.Manifest;

namespace Disclosure.Runner.Expressions;

/// <summary>Proves before anything starts that every expression of the manifest has a value.</summary>
internal static class ReferenceCheck
{
    private static readonly string[] BindingProperties = ["url", "host", "port", "targetPort", "scheme"];

    /// <summary>Every expression that has no value, with its place and the reason.</summary>
    public static IReadOnlyList<string> Errors(AppManifest manifest)
    {
        var errors = new List<string>();
        foreach (var resource in manifest.Resources)
            foreach (var (place, text) in resource.Templates)
            {
                try
                {
                    errors.AddRange(from reference in Template.Parse(text).References
                                    let problem = Problem(manifest, reference)
                                    where problem is not null
                                    select $"{resource.Name}.{place}: {problem}");
                }
                catch (FormatException broken)
                {
                    errors.Add($"{resource.Name}.{place}: {broken.Message}");
                }
            }

        if (errors.Count == 0) errors.AddRange(Circles(manifest));
        return errors;
    }

    private static string? Problem(AppManifest manifest, Reference reference) => manifest.Find(reference.Resource) switch
    {
        null => $"{reference} names a resource that does not exist.",
        { } resource => IsKnown(resource, reference.Path.Split('.')) ? null : $"{reference}: {resource.Name} has no '{reference.Path}'.",
    };

    private static bool IsKnown(Resource resource, string[] path) => (resource, path) switch
    {
        (ParameterResource, ["value"]) or (AnnotatedStringResource, ["value"]) or (ValueResource, ["connectionString"]) => true,
        (ParameterResource parameter, ["inputs", var input]) => parameter.Inputs.ContainsKey(input),
        (ContainerResource { ConnectionString: not null }, ["connectionString"]) => true,
        (RunnableResource runnable, ["bindings", var binding, var property]) => runnable.Bindings.ContainsKey(binding) && BindingProperties.Contains(property),
        _ => false,
    };

    /// <summary>Values that are made of themselves; environment variables cannot be, for nothing refers to them.</summary>
    private static IEnumerable<string> Circles(AppManifest manifest)
    {
        var finished = new HashSet<string>(StringComparer.Ordinal);
        foreach (var resource in manifest.Resources)
            if (Circle(manifest, resource, [], finished) is { } circle)
                yield return $"{resource.Name}: its value is made of itself ({string.Join(" → ", circle)}).";
    }

    private static List<string>? Circle(AppManifest manifest, Resource resource, List<string> path, HashSet<string> finished)
    {
        if (path.Contains(resource.Name)) return [.. path.SkipWhile(p => p != resource.Name), resource.Name];
        if (finished.Contains(resource.Name)) return null;
        foreach (var reference in ValueReferences(resource))
            if (Circle(manifest, manifest.Find(reference.Resource)!, [.. path, resource.Name], finished) is { } circle)
                return circle;
        finished.Add(resource.Name);
        return null;
    }

    private static IEnumerable<Reference> ValueReferences(Resource resource) => resource.Templates
        .Where(t => t.Place is "connectionString" or "value")
        .SelectMany(t => Template.Parse(t.Text).References)
        .Where(r => !r.Path.StartsWith("bindings.", StringComparison.Ordinal) && !r.Path.StartsWith("inputs.", StringComparison.Ordinal));
}
