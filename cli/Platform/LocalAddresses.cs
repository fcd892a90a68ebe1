using System.Text.Json;
using System.Text.Json.Serialization;

namespace Disclosure.Cli.Platform;

/// <summary>Where the platform of this working tree answers, as its AppHost wrote it down when the portal was ready; also after its
/// end.</summary>
/// <param name="Portal">Address of the portal.</param>
/// <param name="Realm">Address of the realm.</param>
/// <param name="Messaging">Address of the broker with its password.</param>
internal sealed record LocalAddresses([property: JsonPropertyName("portal")] string? Portal,
    [property: JsonPropertyName("realm")] string? Realm,
    [property: JsonPropertyName("messaging")] string? Messaging)
{
    /// <summary>Those of the tree that the current directory is in; none where nothing was ever started.</summary>
    public static LocalAddresses? Find()
    {
        for (var at = new DirectoryInfo(Environment.CurrentDirectory); at is not null; at = at.Parent)
        {
            var file = Path.Combine(at.FullName, ".local", "addresses.json");
            if (File.Exists(file)) return JsonSerializer.Deserialize<LocalAddresses>(File.ReadAllText(file));
        }

        return null;
    }
}
