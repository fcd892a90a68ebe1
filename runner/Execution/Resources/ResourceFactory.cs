using Disclosure.Runner.Execution.Local;
using Disclosure.Runner.Planning;
using Disclosure.Runner.Servers;

namespace Disclosure.Runner.Execution.Resources;

/// <summary>Makes what the machine runs out of what the plan says.</summary>
internal sealed class ResourceFactory(Workspace workspace, Plan plan, IReadOnlyDictionary<string, string> shared, HttpClient http, Action<string, string>? onLine)
{
    private const string IssuerProject = "identity/DevelopmentIssuer.csproj";
    private const string KeycloakHomeVariable = "KEYCLOAK_HOME";
    private const string DevelopmentEnvironment = "Development";
    private const string DemonstrationStaff = "DISCLOSURE_DEMO_STAFF";

    public async Task<ManagedResource> CreateAsync(ServerStep step) => step.Kind switch
    {
        ServerKind.Postgres => new ManagedPostgres(step.Name, workspace.LogOf(step.Name), PostgresServer.Create(await DataDirectory.ForPostgresAsync(workspace),
            workspace.LogOf(step.Name), step.Environment["POSTGRES_PASSWORD"], step.Endpoint.Port)),
        ServerKind.RabbitMq => new ManagedRabbit(step.Name, workspace.LogOf(step.Name), RabbitServer.Create(Path.Combine(workspace.Data, step.Name),
            workspace.LogOf(step.Name), step.Environment["RABBITMQ_DEFAULT_PASS"], port: step.Endpoint.Port)),
        _ => System.Environment.GetEnvironmentVariable(KeycloakHomeVariable) is { Length: > 0 } home ? Keycloak(step, home) : Issuer(step),
    };

    public ManagedResource Create(ProjectStep step)
    {
        var launch = new Launch("dotnet", [Workspace.AssemblyOf(step.Project), .. step.Arguments], EnvironmentOf(step), workspace.DirectoryOf(step.Project), new Uri(step.Endpoint!.Url + "/health"));
        return new ManagedProject(step.Name, workspace.LogOf(step.Name), step.Endpoint.Url, launch, http, LineOf(step.Name));
    }

    /// <summary>Starts a project that runs to its end.</summary>
    public ChildProcess Run(ProjectStep step) => ChildProcess.Start("dotnet", [Workspace.AssemblyOf(step.Project), .. step.Arguments], EnvironmentOf(step),
        workspace.LogOf(step.Name), workspace.DirectoryOf(step.Project), LineOf(step.Name));

    private ManagedKeycloak Keycloak(ServerStep step, string home)
    {
        var server = KeycloakServer.Create(home, RealmFile(step), Path.Combine(workspace.Data, step.Name), workspace.LogOf(step.Name), step.Endpoint.Port,
            step.Environment.GetValueOrDefault("KC_BOOTSTRAP_ADMIN_PASSWORD") ?? "", RealmVariables(step));
        return new ManagedKeycloak(step.Name, workspace.LogOf(step.Name), step.Endpoint.Url, server);
    }

    /// <summary>The development issuer stands in for Keycloak with the same realm file.</summary>
    private ManagedProject Issuer(ServerStep step)
    {
        var environment = new Dictionary<string, string>(shared, StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = DevelopmentEnvironment,
            ["ASPNETCORE_URLS"] = step.Endpoint.Url,
            ["OTEL_SERVICE_NAME"] = step.Name,
            ["Realm__File"] = RealmFile(step),
            ["Identity__KeyFile"] = Path.Combine(workspace.Data, step.Name, "signing-key.pem"),
        };
        foreach (var (name, value) in RealmVariables(step)) environment[name] = value;
        var launch = new Launch("dotnet", [Workspace.AssemblyOf(IssuerProject)], environment, workspace.DirectoryOf(IssuerProject), new Uri(step.Endpoint.Url + "/health"));
        return new ManagedProject(step.Name, workspace.LogOf(step.Name), step.Endpoint.Url, launch, http, LineOf(step.Name));
    }

    /// <summary>What the realm file's placeholders stand for: the container's variables, and where the portal is.</summary>
    private Dictionary<string, string> RealmVariables(ServerStep step)
    {
        // The container's own KC_ settings are for its image; what the realm needs is not among them.
        var variables = step.Environment.Where(e => !e.Key.StartsWith("KC_", StringComparison.Ordinal)).ToDictionary(StringComparer.Ordinal);
        if (plan.External is { Endpoint: { } portal }) variables["PORTAL_URL"] = portal.Url;
        // Off by default, because everybody knows the accounts; here every service listens on loopback only.
        variables.TryAdd(DemonstrationStaff, System.Environment.GetEnvironmentVariable(DemonstrationStaff) ?? "true");
        return variables;
    }

    private string RealmFile(ServerStep step)
    {
        var directories = step.Mounts.Select(m => Path.Combine(workspace.Root, m.Source)).Where(Directory.Exists).ToList();
        return directories.SelectMany(d => Directory.GetFiles(d, "*-realm.json")).Order(StringComparer.Ordinal).FirstOrDefault()
            ?? throw new InvalidOperationException($"no realm file (*-realm.json) in {string.Join(" or ", step.Mounts.Select(m => m.Source))}");
    }

    private Dictionary<string, string> EnvironmentOf(ProjectStep step)
    {
        var environment = new Dictionary<string, string>(shared, StringComparer.Ordinal)
        {
            ["ASPNETCORE_ENVIRONMENT"] = System.Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? DevelopmentEnvironment,
            ["OTEL_SERVICE_NAME"] = step.Name,
        };
        foreach (var (name, value) in step.Environment) environment[name] = value;
        // HTTP_PORTS listens on every interface; demonstration accounts have known passwords, so this machine only.
        if (environment.Remove("HTTP_PORTS") | step.Endpoint is not null) environment["ASPNETCORE_URLS"] = step.Endpoint?.Url ?? "";
        return environment;
    }

    private Action<string>? LineOf(string name) => onLine is null ? null : line => onLine(name, line);
}
