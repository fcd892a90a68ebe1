using Disclosure.Runner.Manifest;
using Disclosure.Runner.Planning;
using Xunit;

namespace Disclosure.Runner.Tests;

public sealed class PlannerTests
{
    private const string Database = """ "a-db": { "type": "value.v0", "connectionString": "{postgres.connectionString};Database=a" } """;
    private const string UsesDatabase = """ "ConnectionStrings__a-db": "{a-db.connectionString}", "A_DB_HOST": "{postgres.bindings.tcp.host}" """;
    private const string External = """ "http": { "scheme": "http", "external": true } """;

    [Fact]
    public void A_service_starts_behind_its_server_its_database_and_the_migration_of_the_same_project()
    {
        var plan = Manifests.PlanOf(Manifests.Parse(Manifests.Project("a", env: UsesDatabase), Manifests.Project("a-migrations", binding: null, path: "services/a/a.csproj", env: UsesDatabase), Database, Manifests.Postgres));

        Assert.Equal(["postgres", "a-db", "a-migrations", "a"], plan.Steps.Select(s => s.Name));
        Assert.Equal(["a-db", "postgres", "a-migrations"], plan.Steps[3].After);
        Assert.Equal("Host=127.0.0.1;Port=20002;Username=postgres;Password=p w/1;Database=a", Assert.IsType<DatabaseStep>(plan.Steps[1]).ConnectionString);
    }

    [Fact]
    public void The_external_service_has_the_public_port_and_naming_its_address_makes_nobody_wait()
    {
        var plan = Manifests.PlanOf(Manifests.Parse(Manifests.Project("gateway", External, env: """ "A": "{a.bindings.http.url}" """),
            Manifests.Project("a", env: """ "PORTAL": "{gateway.bindings.http.url}", "SELF": "{a.bindings.http.url}" """)), port: 9000);

        Assert.Equal(["a", "gateway"], plan.Steps.Select(s => s.Name));
        Assert.Equal("http://localhost:9000", plan.External!.Endpoint!.Url);
        Assert.Equal("http://localhost:9000", ((ProjectStep)plan.Steps[0]).Environment["PORTAL"]);
        Assert.Equal("http://127.0.0.1:20001", plan.External.Environment["A"]);
    }

    [Fact]
    public void Services_that_wait_for_each_other_are_refused_by_their_circle()
    {
        var errors = Manifests.ErrorsOf(() => Manifests.PlanOf(Manifests.Parse(Manifests.Project("a", env: """ "B": "{b.bindings.http.url}" """),
            Manifests.Project("b", env: """ "C": "{c.bindings.http.url}" """), Manifests.Project("c", env: """ "B": "{b.bindings.http.url}" """))));

        Assert.Equal(["Each waits for another, so none can start: b → c → b."], errors);
    }

    [Fact]
    public void A_given_connection_string_replaces_the_server_and_what_describes_it()
    {
        var manifest = Manifests.Parse(Manifests.Project("a", env: UsesDatabase + """, "ConnectionStrings__messaging": "{messaging.connectionString}", "MESSAGING_HOST": "{messaging.bindings.tcp.host}", "OTHER": "{messaging-password.value}" """),
            Database, Manifests.Postgres, Manifests.Broker);
        var plan = Manifests.PlanOf(manifest, Manifests.Replace(manifest, ("ConnectionStrings__messaging", "amqp://there"), ("ConnectionStrings__a-db", "Host=there")));

        var only = Assert.IsType<ProjectStep>(Assert.Single(plan.Steps));
        Assert.Empty(only.After);
        Assert.Equal(new Dictionary<string, string> { ["ConnectionStrings__messaging"] = "amqp://there", ["ConnectionStrings__a-db"] = "Host=there", ["OTHER"] = "p w/1" }, only.Environment);
    }

    [Fact]
    public void A_given_connection_string_takes_the_place_of_the_services_own_login()
    {
        const string Login = """ "ConnectionStrings__a-db": "Host={postgres.bindings.tcp.host};Username=a;Password={messaging-password.value};Database=a" """;
        var manifest = Manifests.Parse(Manifests.Project("a", env: Login),
            Manifests.Project("a-migrations", binding: null, path: "services/a/a.csproj", env: UsesDatabase + """, "A_DB_LOGIN": "a", "A_DB_LOGIN_PASSWORD": "{messaging-password.value}" """),
            Database, Manifests.Postgres, Manifests.Broker);
        Assert.Equal(["postgres", "a-db", "a-migrations", "a"], Manifests.PlanOf(manifest).Steps.Select(s => s.Name));

        var plan = Manifests.PlanOf(manifest, Manifests.Replace(manifest, ("ConnectionStrings__a-db", "Host=there;Username=theirs")));

        Assert.Equal(["a-migrations", "a"], plan.Steps.Select(s => s.Name));
        Assert.All(plan.Steps.Cast<ProjectStep>(), step => Assert.Equal(new Dictionary<string, string> { ["ConnectionStrings__a-db"] = "Host=there;Username=theirs" }, step.Environment));
    }

    [Fact]
    public void A_given_server_still_gets_the_databases()
    {
        var manifest = Manifests.Parse(Manifests.Project("a", env: """ "ConnectionStrings__a-db": "{a-db.connectionString}" """), Database, Manifests.Postgres);
        var plan = Manifests.PlanOf(manifest, Manifests.Replace(manifest, ("ConnectionStrings__postgres", "Host=there")));

        Assert.Equal(["a-db", "a"], plan.Steps.Select(s => s.Name));
        Assert.Equal("Host=there;Database=a", Assert.IsType<DatabaseStep>(plan.Steps[0]).ConnectionString);
    }

    [Fact]
    public void A_given_address_replaces_the_identity_server()
    {
        var manifest = Manifests.Parse(Manifests.Project("a", env: """ "services__keycloak__http__0": "{keycloak.bindings.http.url}" """),
            """ "keycloak": { "type": "container.v0", "image": "quay.io/keycloak/keycloak:26.6", "bindings": { "http": { "scheme": "http", "targetPort": 8080 } } } """);

        Assert.Equal(["keycloak", "a"], Manifests.PlanOf(manifest).Steps.Select(s => s.Name));
        var plan = Manifests.PlanOf(manifest, Manifests.Replace(manifest, ("services__keycloak__http__0", "https://id.example/")));
        Assert.Equal("https://id.example:443", Assert.IsType<ProjectStep>(Assert.Single(plan.Steps)).Environment["services__keycloak__http__0"]);
        Assert.Throws<ManifestException>(() => Manifests.Replace(manifest, ("services__keycloak__http__0", "nowhere")));
    }

    [Fact]
    public void A_server_that_no_project_leads_to_is_not_started()
        => Assert.Equal(["a"], Manifests.PlanOf(Manifests.Parse(Manifests.Project("a"), Manifests.Postgres)).Steps.Select(s => s.Name));

    [Fact]
    public void Whatever_the_machine_cannot_stand_in_for_is_refused_at_once()
    {
        var errors = Manifests.ErrorsOf(() => Manifests.PlanOf(Manifests.Parse(
            """ "cache": { "type": "container.v0", "image": "redis:7" } """,
            """ "store": { "type": "container.v0", "image": "postgres@sha256:1", "env": { "POSTGRES_USER": "me" }, "bindings": { "tcp": { "scheme": "tcp" } } } """,
            """ "queue": { "type": "container.v0", "image": "rabbitmq" } """,
            Manifests.Project("a", """ "grpc": { "scheme": "https" } """),
            Manifests.Project("b", External), Manifests.Project("c", External, env: """ "X": "{nobody.value}" """))));

        Assert.Equal(
        [
            "cache: no server of this machine stands in for the image 'redis:7'; the runner knows postgres, rabbitmq and keycloak.",
            "store: the runner's server has the user 'postgres', not 'me'.",
            "queue: the binding 'tcp' is missing.",
            "a: without a binding named 'http' nobody can ask for its health.",
            "a.bindings.grpc: the runner serves http, not 'https'.",
            "Only one resource can have the public port, but b and c are external.",
            "c.env.X: {nobody.value} names a resource that does not exist.",
        ], errors);
    }

    [Fact]
    public void A_project_keeps_the_port_it_declares_and_a_container_never_gets_the_systems_own()
    {
        var plan = Manifests.PlanOf(Manifests.Parse(Manifests.Project("a", """ "http": { "scheme": "http", "targetPort": 7001 } """, env: UsesDatabase), Database, Manifests.Postgres));

        Assert.Equal(7001, ((ProjectStep)plan.Steps[2]).Endpoint!.Port);
        Assert.NotEqual(5432, ((ServerStep)plan.Steps[0]).Endpoint.Port);
    }
}
