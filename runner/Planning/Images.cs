using Disclosure.Runner.Manifest;

namespace Disclosure.Runner.Planning;

/// <summary>Recognises a container by its image, and refuses what the machine's server could not be like.</summary>
internal static class Images
{
    public static ServerKind? KindOf(ContainerResource container) => NameOf(container.Image) switch
    {
        "postgres" => ServerKind.Postgres,
        "rabbitmq" => ServerKind.RabbitMq,
        "keycloak" => ServerKind.Keycloak,
        _ => null,
    };

    /// <summary>The binding that clients of the server use.</summary>
    public static string MainBinding(ServerKind kind) => kind == ServerKind.Keycloak ? "http" : "tcp";

    /// <summary>Why this container cannot be served by the machine, or nothing.</summary>
    public static string? Problem(ContainerResource container) => KindOf(container) switch
    {
        null => $"{container.Name}: no server of this machine stands in for the image '{container.Image}'; the runner knows postgres, rabbitmq and keycloak.",
        { } kind when !container.Bindings.ContainsKey(MainBinding(kind)) => $"{container.Name}: the binding '{MainBinding(kind)}' is missing.",
        ServerKind.Postgres => Demand(container, "POSTGRES_USER", "postgres") ?? Need(container, "POSTGRES_PASSWORD"),
        ServerKind.RabbitMq => Demand(container, "RABBITMQ_DEFAULT_USER", "guest") ?? Need(container, "RABBITMQ_DEFAULT_PASS"),
        _ => null,
    };

    private static string? Demand(ContainerResource container, string variable, string value)
        => container.Environment.TryGetValue(variable, out var other) && other != value
            ? $"{container.Name}: the runner's server has the user '{value}', not '{other}'."
            : null;

    private static string? Need(ContainerResource container, string variable)
        => container.Environment.ContainsKey(variable) ? null : $"{container.Name}: env.{variable} is missing.";

    private static string NameOf(string image)
    {
        var name = image[(image.LastIndexOf('/') + 1)..];
        var end = name.IndexOfAny([':', '@']);
        return end < 0 ? name : name[..end];
    }
}
