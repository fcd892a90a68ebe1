using System.Globalization;
using System.Text;
using Disclosure.Runner.Manifest;

namespace Disclosure.Runner.Expressions;

/// <summary>Where a binding really is: the runner's choice of host and port.</summary>
internal sealed record Endpoint(string Scheme, string Host, int Port)
{
    public string Url => $"{Scheme}://{Host}:{Port}";
}

/// <summary>What the evaluation takes from outside the manifest.</summary>
internal sealed record EvaluationInputs(
    IReadOnlyDictionary<(string Resource, string Binding), Endpoint> Endpoints,
    Func<ParameterResource, string, string> Parameter,
    IReadOnlyDictionary<string, string> ConnectionStrings);

/// <summary>Stage 2: expressions to values. Pure; the manifest has passed <see cref="ReferenceCheck"/>.</summary>
internal sealed class Evaluator(AppManifest manifest, EvaluationInputs inputs)
{
    /// <summary>The text with every reference replaced by its value.</summary>
    public string Evaluate(string text)
    {
        var result = new StringBuilder();
        foreach (var part in Template.Parse(text).Parts)
            result.Append(part is Reference reference ? Resolve(reference) : ((Literal)part).Text);
        return result.ToString();
    }

    /// <summary>The connection string of a resource: the operator's if there is one, else the manifest's.</summary>
    public string ConnectionString(string resource) => Resolve(new Reference(resource, "connectionString"));

    private string Resolve(Reference reference) => (manifest.Find(reference.Resource), reference.Path.Split('.')) switch
    {
        (ParameterResource parameter, ["value"]) => Evaluate(parameter.Value),
        (ParameterResource parameter, ["inputs", var input]) => inputs.Parameter(parameter, input),
        (AnnotatedStringResource annotated, ["value"]) => Uri.EscapeDataString(Evaluate(annotated.Value)),
        ({ } resource, ["connectionString"]) when inputs.ConnectionStrings.TryGetValue(resource.Name, out var replaced) => replaced,
        (ValueResource value, ["connectionString"]) => Evaluate(value.ConnectionString),
        (ContainerResource container, ["connectionString"]) => Evaluate(container.ConnectionString!),
        (RunnableResource, ["bindings", var binding, var property]) => Property(inputs.Endpoints[(reference.Resource, binding)], property),
        _ => throw new InvalidOperationException($"{reference} was not checked before it was evaluated."),
    };

    private static string Property(Endpoint endpoint, string property) => property switch
    {
        "url" => endpoint.Url,
        "host" => endpoint.Host,
        "scheme" => endpoint.Scheme,
        _ => endpoint.Port.ToString(CultureInfo.InvariantCulture),
    };
}
