using Disclosure.Runner.Expressions;
using Disclosure.Runner.Manifest;

namespace Disclosure.Runner.Planning;

/// <summary>Concludes from references what must be ready before what.</summary>
internal sealed class Dependencies(AppManifest manifest, Replacements replacements)
{
    /// <summary>The templates that count: without those that describe or reach a replaced resource.</summary>
    public IEnumerable<string> TextsOf(RunnableResource resource)
        => resource.Arguments.Concat(resource.Environment.Where(e => !replacements.Describes(e.Key) && replacements.Given(e.Key) is null).Select(e => e.Value));

    /// <summary>The resources of their own step that a project's texts lead to, and the migrations of the same project.</summary>
    public IReadOnlyList<string> Before(RunnableResource resource)
    {
        var before = new List<string>();
        foreach (var text in TextsOf(resource)) Collect(text, resource.Name, before);
        if (resource is ProjectResource { RunsToCompletion: false } service)
            before.AddRange(manifest.Resources.OfType<ProjectResource>().Where(p => p.RunsToCompletion && p.Path == service.Path).Select(p => p.Name));
        return [.. before.Distinct()];
    }

    /// <summary>The steps that a value's text leads to.</summary>
    public IReadOnlyList<string> Before(ValueResource value)
    {
        var before = new List<string>();
        Collect(value.ConnectionString, value.Name, before);
        return [.. before.Distinct()];
    }

    /// <summary>Whether the connection string is of a database on a PostgreSQL server of the manifest.</summary>
    public bool IsDatabase(ValueResource value) => Template.Parse(value.ConnectionString).References.Any(r => manifest.Find(r.Resource) switch
    {
        ContainerResource container => Images.KindOf(container) == ServerKind.Postgres,
        ValueResource other => IsDatabase(other),
        _ => false,
    });

    private void Collect(string text, string self, List<string> before)
    {
        foreach (var reference in Template.Parse(text).References)
        {
            if (reference.Resource == self || replacements.Has(reference.Resource)) continue;
            switch (manifest.Find(reference.Resource))
            {
                // The address of the external service is known beforehand and it starts last: naming it makes nobody wait.
                case ProjectResource { IsExternal: true }:
                    break;
                case ValueResource value when !IsDatabase(value):
                    Collect(value.ConnectionString, self, before);
                    break;
                case RunnableResource or ValueResource:
                    before.Add(reference.Resource);
                    break;
            }
        }
    }
}
