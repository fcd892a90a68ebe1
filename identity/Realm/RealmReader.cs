using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Disclosure.DevelopmentIssuer.Realm;

/// <summary>Reads the realm file that Keycloak imports, with the same placeholders.</summary>
internal static partial class RealmReader
{
    /// <summary>What is said to whoever starts it elsewhere: the demonstration's passwords are known to everybody.</summary>
    public const string OnlyInDevelopment = "The development issuer runs only with ASPNETCORE_ENVIRONMENT=Development. "
        + "Every other environment needs a Keycloak with deploy/keycloak/disclosure-realm.json.";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new LenientBoolean() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = false
    };

    /// <summary>Reads <c>Realm:File</c>.</summary>
    /// <exception cref="InvalidOperationException">The file is not named, not there, or uses something this issuer cannot
    /// honour.</exception>
    public static RealmModel Read(IConfiguration configuration)
    {
        var file = configuration["Realm:File"] ?? throw new InvalidOperationException("Realm:File does not name the realm file.");
        if (!File.Exists(file)) throw new InvalidOperationException($"The realm file {Path.GetFullPath(file)} does not exist.");
        return Parse(File.ReadAllText(file), name => configuration[name]);
    }

    internal static RealmModel Parse(string json, Func<string, string?> variable)
    {
        var absent = new SortedSet<string>(StringComparer.Ordinal);
        var resolved = Placeholder().Replace(json, match => JsonEncodedText.Encode(ValueOf(match, variable, absent)).ToString());
        // Keycloak would take the placeholder itself for the secret, which everybody can read.
        if (absent.Count > 0) throw new InvalidOperationException("The realm file has no default for, and nobody has set: " + string
            .Join(", ", absent));
        var realm = JsonSerializer.Deserialize<RealmModel>(resolved, Options)
            ?? throw new InvalidOperationException("The realm file is empty.");
        if (realm is { BruteForceProtected: true, FailureFactor: < 1 })
            throw new InvalidOperationException("The realm's failureFactor must be at least 1.");
        var unknown = realm.ClientScopes.SelectMany(scope => scope.ProtocolMappers).Select(mapper => mapper.ProtocolMapper)
            .Except(Claims.KnownMappers, StringComparer.Ordinal).ToList();
        // A claim that Keycloak would send and we would not is worse than not starting.
        return unknown.Count == 0 ? realm
            : throw new InvalidOperationException("The realm uses protocol mappers that the development issuer does not know: " + string
            .Join(", ", unknown));
    }

    private static string ValueOf(Match placeholder, Func<string, string?> variable, SortedSet<string> absent)
    {
        var name = placeholder.Groups["name"].Value;
        if (variable(name) is { Length: > 0 } value) return value;
        if (placeholder.Groups["default"].Success) return placeholder.Groups["default"].Value;
        absent.Add(name);
        return "";
    }

    // Upper case only: ${username} and its like are names of Keycloak's own texts.
    [GeneratedRegex(@"\$\{(?<name>[A-Z][A-Z0-9_]*)(:(?<default>[^}]*))?\}")]
    private static partial Regex Placeholder();

    /// <summary>Keycloak takes <c>"true"</c> for <c>true</c>, which is what a placeholder resolves to.</summary>
    private sealed class LenientBoolean : JsonConverter<bool>
    {
        public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
            => reader.TokenType == JsonTokenType.String ? bool.Parse(reader.GetString()!) : reader.GetBoolean();

        public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) => writer.WriteBooleanValue(value);
    }
}
