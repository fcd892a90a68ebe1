using Disclosure.Runner.Expressions;
using Disclosure.Runner.Manifest;

namespace Disclosure.Runner.Planning;

/// <summary>Existing servers that the operator gives in place of started ones, by the keys that Aspire reads.</summary>
/// <param name="ConnectionStrings">From <c>ConnectionStrings__name</c>.</param>
/// <param name="Endpoints">From <c>services__name__binding__0</c>.</param>
internal sealed record Replacements(IReadOnlyDictionary<string, string> ConnectionStrings, IReadOnlyDictionary<(string Resource, string Binding), Endpoint> Endpoints)
{
    private const string ConnectionVariable = "ConnectionStrings__";

    public static readonly Replacements None = new(new Dictionary<string, string>(), new Dictionary<(string, string), Endpoint>());

    public static Replacements From(AppManifest manifest, Func<string, string?> variable)
    {
        var connections = new Dictionary<string, string>(StringComparer.Ordinal);
        var endpoints = new Dictionary<(string, string), Endpoint>();
        var errors = new List<string>();
        foreach (var resource in manifest.Resources)
        {
            if (resource is ValueResource or ContainerResource { ConnectionString: not null } && Configured(variable, ConnectionVariable, resource.Name) is { } connection)
                connections[resource.Name] = connection;
            if (resource is not ContainerResource container) continue;
            foreach (var binding in container.Bindings.Keys)
                if (Configured(variable, "services__", resource.Name, $"__{binding}__0") is { } address)
                    if (Uri.TryCreate(address, UriKind.Absolute, out var uri)) endpoints[(resource.Name, binding)] = new Endpoint(uri.Scheme, uri.Host, uri.Port);
                    else errors.Add($"services__{resource.Name}__{binding}__0: '{address}' is not an address.");
        }

        ManifestException.ThrowIfAny(errors);
        return new Replacements(connections, endpoints);
    }

    /// <summary>Whether nothing is started for the resource.</summary>
    public bool Has(string resource) => ConnectionStrings.ContainsKey(resource) || Endpoints.Keys.Any(k => k.Resource == resource);

    /// <summary>
    /// Whether a variable describes parts of a replaced resource (<c>MESSAGING_HOST</c>): Aspire publishes none for a given connection string,
    /// and ours would describe a server that does not run.
    /// </summary>
    public bool Describes(string environmentVariable) => ConnectionStrings.Keys.Any(name
        => environmentVariable.StartsWith(name.ToUpperInvariant().Replace('-', '_') + "_", StringComparison.Ordinal));

    /// <summary>
    /// The operator's connection string where a variable gives one of a replaced resource, whatever the manifest gives:
    /// a service's own login exists on the server we start, not on the operator's.
    /// </summary>
    public string? Given(string environmentVariable) => environmentVariable.StartsWith(ConnectionVariable, StringComparison.Ordinal)
        ? ConnectionStrings.GetValueOrDefault(environmentVariable[ConnectionVariable.Length..]) : null;

    /// <summary>A shell cannot export a name with a dash, so the underscore is read as well.</summary>
    private static string? Configured(Func<string, string?> variable, string before, string name, string after = "")
        => variable(before + name + after) is { Length: > 0 } exact ? exact
            : variable(before + name.Replace('-', '_') + after) is { Length: > 0 } exported ? exported : null;
}
