using System.Text.Json;
using System.Text.Json.Nodes;

namespace Disclosure.SystemTests;

/// <summary>What Schemathesis is told of us.</summary>
/// <param name="Authority">Whose content is asked for.</param>
/// <param name="UsualRole">Who asks where the document names no role, or this one among others.</param>
/// <param name="Known">Identifiers of what there is, by the part of an address after which they stand.</param>
/// <param name="Words">What texts of ours say: codes, names, digests.</param>
internal sealed record FuzzSettings(string Authority, string UsualRole, IReadOnlyDictionary<string, IReadOnlyList<Guid>> Known,
    IReadOnlySet<string> Words)
{
    /// <summary>Every check but these holds as it is.</summary>
    private const string Checks = """
        # Its findings from another run are none of this one.
        [cache]
        enabled = false

        # A report shows what was sent; only whose token it was it does not.
        [output.sanitization]
        keys-to-sanitize = ["Authorization"]
        sensitive-markers = []

        # What the law and the state of a thing refuse (422, 409, 412, 428) no schema says. That a request cannot be read (400) it must say.
        [checks.positive_data_acceptance]
        expected-statuses = ["2xx", "3xx", "401", "403", "404", "409", "412", "422", "428"]

        """;

    private static readonly string NotInHeaders
        = string.Concat(Enumerable.Range(0, 256).Where(c => c is < 32 or > 126).Select(c => $"\\u{c:x4}"));

    /// <summary>The environment variable that holds the token of a role.</summary>
    public static string TokenOf(string role) => "TOKEN_" + role.ToUpperInvariant().Replace('-', '_');

    /// <summary>The roles of whoever asks.</summary>
    public IReadOnlySet<string> Roles(JsonNode document) => Doors(document).Select(door => door.Role).Append(UsualRole).ToHashSet();

    /// <summary>The configuration file.</summary>
    public string Of(JsonNode document) => Checks + $$"""
        # U+0000 is refused everywhere; and what is no ASCII in a header the server refuses before any code of ours, without a body.
        [generation]
        allow-x00 = false
        exclude-header-characters = "{{NotInHeaders}}"

        # Chance alone would hardly ever find what there is, or what is allowed of it.
        [generation.dictionaries]
        string = { dictionary = "words", probability = 0.3 }

        [dictionaries.words]
        values = {{ListOf(Words)}}

        [dictionaries.versions]
        values = ["*", "\"1\"", "\"2\""]

        [parameters]
        "path.authority" = "{{Authority}}"
        "header.If-Match" = { dictionary = "versions", probability = 0.7 }

        [auth.openapi.bearer]
        bearer = "${{{TokenOf(UsualRole)}}}"

        """ + string.Concat(Known.Select(known => $$"""

        [dictionaries.{{known.Key}}]
        values = {{ListOf(known.Value.Select(id => id.ToString()))}}

        """)) + string.Concat(Doors(document).Select(door => $$"""

        [[operations]]
        include-name = "{{door.Name}}"
        headers = { {{(door.Role == UsualRole ? "" : $"Authorization = \"Bearer ${{{TokenOf(door.Role)}}}\"")}} }
        parameters = { {{string.Join(", ", Subjects(door.Name))}} }

        """));

    private static string ListOf(IEnumerable<string> values) => JsonSerializer.Serialize(values);

    /// <summary>Most requests are about what there is.</summary>
    private IEnumerable<string> Subjects(string address)
        => from pair in Pairs(address.Split('/'))
           where Known.ContainsKey(pair.Before) && pair.After is ['{', .., '}']
           select $$"""" "path.{{pair.After[1..^1]}}" = { dictionary = "{{pair.Before}}", probability = 0.7 } """";

    private static IEnumerable<(string Before, string After)> Pairs(string[] parts) => parts.Zip(parts.Skip(1));

    private IEnumerable<(string Name, string Role)> Doors(JsonNode document)
        => from path in document["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           let roles = operation.Value!["x-roles"]?.AsArray().Select(role => role!.GetValue<string>()).ToList() ?? [UsualRole]
           select ($"{operation.Key.ToUpperInvariant()} {path.Key}", roles.Contains(UsualRole) ? UsualRole : roles[0]);
}
