using System.Text.Json;

namespace Disclosure.Cli.Platform;

/// <summary>What <c>disclosure up</c> leaves below <c>.local/</c> of the working tree: where its resources run, and the passwords it made.</summary>
internal sealed class LocalState : IDisposable
{
    private readonly JsonDocument state;
    private readonly string directory;

    private LocalState(string directory)
    {
        this.directory = directory;
        state = JsonDocument.Parse(File.ReadAllText(Path.Combine(directory, StateFile)));
    }

    private const string StateFile = "state.json";

    /// <summary>The state of the tree that the current directory is in; none where nothing was ever started.</summary>
    public static LocalState? Find()
    {
        for (var at = new DirectoryInfo(Environment.CurrentDirectory); at is not null; at = at.Parent)
        {
            var directory = Path.Combine(at.FullName, ".local");
            if (File.Exists(Path.Combine(directory, StateFile))) return new LocalState(directory);
        }

        return null;
    }

    /// <summary>Address of the portal, while it runs.</summary>
    public string? Portal => state.RootElement.TryGetProperty("portal", out var portal) ? portal.GetString() : null;

    /// <summary>Address of the realm, while its server runs.</summary>
    public string? Realm => Url("keycloak") is { } address ? address.TrimEnd('/') + "/realms/disclosure" : null;

    /// <summary>Address of the broker with its password, while it runs here; an operator's own broker is not written down.</summary>
    public string? Messaging
    {
        get
        {
            var parameters = Path.Combine(directory, "parameters.json");
            if (Url("messaging") is not { } address || !File.Exists(parameters)) return null;
            using var values = JsonDocument.Parse(File.ReadAllText(parameters));
            return values.RootElement.TryGetProperty("messaging-password", out var password) ? $"amqp://guest:{Uri.EscapeDataString(password.GetString()!)}@{address}" : null;
        }
    }

    /// <inheritdoc/>
    public void Dispose() => state.Dispose();

    private string? Url(string resource) => state.RootElement.TryGetProperty("resources", out var resources)
        && resources.EnumerateArray().FirstOrDefault(r => r.TryGetProperty("name", out var name) && name.GetString() == resource) is { ValueKind: JsonValueKind.Object } found
        && found.TryGetProperty("url", out var url) ? url.GetString() : null;
}
