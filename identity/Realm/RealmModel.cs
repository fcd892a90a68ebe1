using System.Text.Json.Serialization;

namespace Disclosure.DevelopmentIssuer.Realm;

/// <summary>The parts of Keycloak's realm representation that the development issuer acts upon.</summary>
internal sealed record RealmModel(
    [property: JsonPropertyName("realm")] string Name,
    string DisplayName,
    int AccessTokenLifespan,
    int SsoSessionIdleTimeout,
    IReadOnlyList<ScopeModel> ClientScopes,
    IReadOnlyList<ClientModel> Clients,
    IReadOnlyList<UserModel> Users) : LockoutModel
{
    public ClientModel? Client(string? id)
        => Clients.FirstOrDefault(client => client.Enabled && string.Equals(client.ClientId, id, StringComparison.Ordinal));

    public UserModel? UserById(string? id) => Users.FirstOrDefault(user => string.Equals(user.Id, id, StringComparison.Ordinal));

    /// <summary>Where signing in begins: the start page of the named client, else of the first one at which people sign in.</summary>
    public string? StartPage(string? clientId)
        => Client(clientId)?.StartPage ?? Clients.FirstOrDefault(client => client is { Enabled: true, StartPage: not null })?.StartPage;

    public UserModel? ServiceAccountOf(ClientModel client)
        => Users.FirstOrDefault(user => string.Equals(user.ServiceAccountClientId, client.ClientId, StringComparison.Ordinal));

    /// <summary>The scopes a client gets: its default ones and the optional ones it asks for; null when it asks for another.</summary>
    public IReadOnlyList<ScopeModel>? ScopesOf(ClientModel client, IEnumerable<string> requested)
    {
        string[] optional = [.. requested.Where(name => name != "openid").Except(client.DefaultClientScopes, StringComparer.Ordinal)];
        return optional.Except(client.OptionalClientScopes, StringComparer.Ordinal).Any()
            ? null
            : [.. client.DefaultClientScopes.Concat(optional).Select(name => ClientScopes.First(scope => scope.Name == name))];
    }
}

/// <summary>A client scope: a named bundle of claims.</summary>
internal sealed record ScopeModel(string Name, IReadOnlyList<MapperModel> ProtocolMappers);

/// <summary>A protocol mapper: where a claim comes from and which tokens carry it.</summary>
internal sealed record MapperModel(string Name, string ProtocolMapper, IReadOnlyDictionary<string, string> Config)
{
    public string? Setting(string key) => Config.GetValueOrDefault(key);

    public bool IsIn(string token) => Setting(token + ".token.claim") == "true";
}

/// <summary>A client.</summary>
internal sealed record ClientModel(string ClientId, bool Enabled, bool PublicClient, bool StandardFlowEnabled,
    bool DirectAccessGrantsEnabled, bool ServiceAccountsEnabled,
    IReadOnlyList<string> DefaultClientScopes, IReadOnlyList<string> OptionalClientScopes, string? Secret = null, bool BearerOnly = false)
{
    public IReadOnlyList<string> RedirectUris { get; init; } = [];

    /// <summary>Address of the client's own first page.</summary>
    public string? BaseUrl { get; init; }

    /// <summary>The first page, if people sign in at this client and it is on a site that the client has registered.</summary>
    public string? StartPage => StandardFlowEnabled && RedirectRules.IsOnSiteOf(RedirectUris, BaseUrl) ? BaseUrl : null;

    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<string> PostLogoutRedirectUris => Attributes.GetValueOrDefault("post.logout.redirect.uris")?.Split("##") ?? [];
}

/// <summary>A person or a service account.</summary>
internal sealed record UserModel(string Id, string Username, bool Enabled, string? FirstName = null, string? ServiceAccountClientId = null)
{
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Attributes { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public string? Email { get; init; }

    /// <summary>Whether the bureau knows the address to be the person's.</summary>
    public bool EmailVerified { get; init; }

    public IReadOnlyList<CredentialModel> Credentials { get; init; } = [];

    public IReadOnlyList<string> RealmRoles { get; init; } = [];

    /// <summary>Null for whom no password signs in.</summary>
    public string? Password => Credentials.FirstOrDefault(credential => credential.Type == "password")?.Value;

    /// <summary>A user attribute, or one of the fields that Keycloak also offers as attributes.</summary>
    public string? Attribute(string name) => name switch
    {
        "username" => Username,
        "firstName" => FirstName,
        "email" => Email,
        _ => Attributes.TryGetValue(name, out var values) && values is [var first, ..] ? first : null,
    };

    /// <summary>A field that is no attribute.</summary>
    public bool? Property(string name) => name == "emailVerified" ? EmailVerified : null;
}

/// <summary>A credential in clear text, as only a realm of demonstration accounts has it; one-time codes have no such value.</summary>
internal sealed record CredentialModel(string Type, string? Value = null);
