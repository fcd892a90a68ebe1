using System.Text.Json;
using Disclosure.Hosting.Processes;
using Microsoft.Extensions.Configuration;

namespace Disclosure.Hosting.Keycloak;

/// <summary>
/// The identity provider, whichever way it runs: an operator's, a container, the Keycloak in <c>KEYCLOAK_HOME</c>, else the development
/// issuer with the same realm file.
/// </summary>
public sealed class KeycloakServer
{
    internal KeycloakServer(IResourceBuilder<IResource> resource, ReferenceExpression realm) => (Resource, Realm) = (resource, realm);

    /// <summary>The resource, to wait for.</summary>
    public IResourceBuilder<IResource> Resource { get; }

    /// <summary>Address of the realm, which is the issuer of its tokens.</summary>
    public ReferenceExpression Realm { get; }
}

/// <summary>A container of Keycloak; Aspire's own integration cannot be restored everywhere.</summary>
public sealed class KeycloakContainerResource(string name) : ContainerResource(name);

/// <summary>Adds the identity provider to the model.</summary>
public static class KeycloakServerExtensions
{
    private const string Image = "keycloak/keycloak";
    private const string Version = "26.7";
    private const string DemonstrationStaff = "DISCLOSURE_DEMO_STAFF";

    /// <summary>Adds Keycloak; an operator's own by <c>services:{name}:http:0</c>.</summary>
    /// <remarks>
    /// <typeparamref name="TIssuer"/> stands in for it on a machine with neither; the variables are what the realm file's placeholders
    /// stand for.
    /// </remarks>
    public static KeycloakServer AddKeycloakServer<TIssuer>(this IDistributedApplicationBuilder builder, string name, string realmFile,
        Action<EnvironmentCallbackContext> variables) where TIssuer : IProjectMetadata, new()
    {
        ArgumentNullException.ThrowIfNull(builder);
        var file = Path.GetFullPath(realmFile, builder.AppHostDirectory);
        var realm = NameOf(file);
        var key = $"services:{name}:http:0";
        switch (builder.ModeOf(key))
        {
            case ServerMode.Given:
                var address = builder.Given(key)!.TrimEnd('/');
                var external = builder.AddExternalService(name, address + "/")
                    .WithHttpHealthCheck($"/realms/{realm}/.well-known/openid-configuration");
                return new KeycloakServer(external, ReferenceExpression.Create($"{address}/realms/{realm}"));
            case ServerMode.Container:
                return ServerOf(AddContainer(builder, name, file).WithEnvironment(variables).WithDemonstrationStaff(), realm);
            default:
                return builder.Configuration["KEYCLOAK_HOME"] is { Length: > 0 } home
                    ? ServerOf(LocalKeycloak.Add(builder, name, home, file, realm).WithEnvironment(variables)
                        .WithDemonstrationStaff(), realm)
                    : ServerOf(AddIssuer<TIssuer>(builder, name, file).WithEnvironment(variables).WithDemonstrationStaff(), realm);
        }
    }

    /// <summary>Tells a project where the issuer is, and lets it wait for it.</summary>
    public static IResourceBuilder<ProjectResource> WithIssuer(this IResourceBuilder<ProjectResource> project, KeycloakServer keycloak)
    {
        ArgumentNullException.ThrowIfNull(keycloak);
        // The address alone: Keycloak's management endpoint is nobody's business.
        return (keycloak.Resource is IResourceBuilder<ExternalServiceResource> external
            ? project.WithReference(external)
            : project.WithReference(((IResourceBuilder<IResourceWithEndpoints>)keycloak.Resource).GetEndpoint("http")))
                .WaitFor(keycloak.Resource);
    }

    private static string NameOf(string realmFile)
    {
        using var json = JsonDocument.Parse(File.ReadAllBytes(realmFile));
        return json.RootElement.GetProperty("realm").GetString()
            ?? throw new DistributedApplicationException($"{realmFile} does not name its realm.");
    }

    private static KeycloakServer ServerOf<T>(IResourceBuilder<T> server, string realm) where T : IResourceWithEndpoints
        => new((IResourceBuilder<IResource>)server, ReferenceExpression.Create($"{server.GetEndpoint("http")}/realms/{realm}"));

    private static IResourceBuilder<KeycloakContainerResource> AddContainer(IDistributedApplicationBuilder builder, string name,
        string realmFile)
    {
        var password = builder.AddGeneratedSecret($"{name}-password");
        return builder.AddResource(new KeycloakContainerResource(name))
            .WithImage(Image, Version).WithImageRegistry("quay.io")
            .WithArgs(builder.ExecutionContext.IsPublishMode ? "start" : "start-dev", "--import-realm")
            .WithHttpEndpoint(name: "http", targetPort: 8080)
            .WithHttpEndpoint(name: "management", targetPort: 9000)
            .WithHttpHealthCheck("/health/ready", endpointName: "management")
            .WithBindMount(Path.GetDirectoryName(realmFile)!, "/opt/keycloak/data/import", isReadOnly: true)
            .WithEnvironment("KC_BOOTSTRAP_ADMIN_USERNAME", "admin")
            .WithEnvironment("KC_BOOTSTRAP_ADMIN_PASSWORD", password)
            .WithEnvironment("KC_HEALTH_ENABLED", "true");
    }

    private static IResourceBuilder<ProjectResource> AddIssuer<TIssuer>(IDistributedApplicationBuilder builder, string name,
        string realmFile)
        where TIssuer : IProjectMetadata, new() => builder.AddProgram<TIssuer>(name).Serving()
            // It runs nowhere else, whatever the services think they run in.
            .WithEnvironment("ASPNETCORE_ENVIRONMENT", "Development")
            .WithEnvironment("Realm__File", realmFile)
            .WithEnvironment("Identity__KeyFile", Path.Combine(builder.DataDirectory(name), "signing-key.pem"));

    /// <summary>Everybody knows these accounts: on loopback only, never in what is published.</summary>
    private static IResourceBuilder<T> WithDemonstrationStaff<T>(this IResourceBuilder<T> server) where T : IResourceWithEnvironment
        => server.ApplicationBuilder.ExecutionContext.IsPublishMode ? server
            : server.WithEnvironment(DemonstrationStaff, server.ApplicationBuilder.Configuration[DemonstrationStaff] ?? "true");
}
