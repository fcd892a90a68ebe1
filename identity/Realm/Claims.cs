using System.Text.Json.Nodes;

namespace Disclosure.DevelopmentIssuer.Realm;

/// <summary>One claim and the tokens that carry it.</summary>
internal sealed record MappedClaim(string Name, JsonNode Value, bool InAccessToken, bool InIdToken, bool InUserInfo);

/// <summary>Evaluates protocol mappers as Keycloak does.</summary>
internal static class Claims
{
    private const string Subject = "oidc-sub-mapper";
    private const string Attribute = "oidc-usermodel-attribute-mapper";
    private const string Property = "oidc-usermodel-property-mapper";
    private const string Hardcoded = "oidc-hardcoded-claim-mapper";
    private const string Audience = "oidc-audience-mapper";
    private const string RealmRoles = "oidc-usermodel-realm-role-mapper";

    public static readonly IReadOnlyList<string> KnownMappers = [Subject, Attribute, Property, Hardcoded, Audience, RealmRoles];

    /// <summary>The claims the scopes give to a user.</summary>
    public static IEnumerable<MappedClaim> Of(UserModel? user, IEnumerable<ScopeModel> scopes)
    {
        foreach (var mapper in scopes.SelectMany(scope => scope.ProtocolMappers))
        {
            if (mapper.Setting("claim.name") is not { } name || ValueOf(mapper, user) is not { } value) continue;
            var path = name.Split('.');
            foreach (var outer in path.Skip(1).Reverse()) value = new JsonObject { [outer] = value };
            yield return new MappedClaim(path[0], value, mapper.IsIn("access"), mapper.IsIn("id"), mapper.IsIn("userinfo"));
        }
    }

    /// <summary>The audiences of the access token.</summary>
    public static IEnumerable<string> Audiences(IEnumerable<ScopeModel> scopes) => scopes.SelectMany(scope => scope.ProtocolMappers)
        .Where(mapper => mapper.ProtocolMapper == Audience && mapper.IsIn("access"))
        .Select(mapper => mapper.Setting("included.client.audience")).OfType<string>();

    private static JsonNode? ValueOf(MapperModel mapper, UserModel? user) => mapper.ProtocolMapper switch
    {
        Attribute => user?.Attribute(mapper.Setting("user.attribute") ?? "") is { } text ? JsonValue.Create(text) : null,
        Property => user?.Property(mapper.Setting("user.attribute") ?? "") is { } fact ? JsonValue.Create(fact) : null,
        Hardcoded => JsonValue.Create(mapper.Setting("claim.value")),
        RealmRoles when user is { RealmRoles.Count: > 0 } => new JsonArray([.. user.RealmRoles.Select(role => JsonValue.Create(role))]),
        _ => null,
    };
}
