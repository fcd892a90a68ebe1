using System.Net;
using System.Net.Sockets;
using Disclosure.Hosting.Keycloak;
using Disclosure.Hosting.PostgreSql;
using Disclosure.Hosting.Processes;
using Disclosure.Hosting.RabbitMq;
using Xunit;

namespace Disclosure.Hosting.Tests;

/// <summary>How a server comes to run is decided in one place; looked at in models that are never started.</summary>
public sealed class ModelTests : IDisposable
{
    private const string Realm = "../deploy/keycloak/disclosure-realm.json";
    private readonly string local = Directory.CreateTempSubdirectory("disclosure-model-").FullName;

    public void Dispose() => Directory.Delete(local, recursive: true);

    [Fact]
    public void What_is_given_runs_nothing_here()
    {
        var model = Model("--ConnectionStrings:some-db=Host=elsewhere", "--ConnectionStrings:messaging=amqp://elsewhere",
            "--services:keycloak:http:0=http://elsewhere:8080");
        var database = Servers(model);
        Assert.Same(database.Resource, model.Resources.Single(resource => resource.Name == "some-db"));
        Assert.Empty(model.Resources.OfType<ExecutableResource>());
        Assert.Empty(model.Resources.OfType<ContainerResource>());
        Assert.IsType<ExternalServiceResource>(model.Resources.Single(resource => resource.Name == "keycloak"));
    }

    [Fact]
    public void A_name_with_a_dash_is_read_with_an_underscore_because_no_shell_exports_the_other()
    {
        var model = Model("--ConnectionStrings:some_db=Host=elsewhere");
        model.AddPostgresServer("postgres").AddDatabase("some-db");
        Assert.Empty(model.Resources.OfType<ExecutableResource>());
        Assert.Equal("Host=elsewhere", model.Configuration["ConnectionStrings:some-db"]);
    }

    [Fact]
    public void The_machines_packages_serve_what_is_not_given()
    {
        var model = Model("--servers=local");
        Servers(model);
        Assert.Equal(["LocalPostgresResource", "LocalRabbitMqResource"],
            model.Resources.OfType<ExecutableResource>().Select(resource => resource.GetType().Name)
                .Where(type => type.StartsWith("Local", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.IsType<ProjectResource>(model.Resources.Single(resource => resource.Name == "keycloak"));
    }

    [Theory]
    [InlineData("--servers=container")]
    [InlineData("--publisher=manifest")]
    public void Containers_serve_where_they_are_asked_for_and_in_whatever_is_published(string argument)
    {
        // Not even a given server changes what is published.
        var model = argument.StartsWith("--publisher", StringComparison.Ordinal)
            ? Model("--operation=publish", argument, "--ConnectionStrings:messaging=amqp://elsewhere") : Model(argument);
        Servers(model);
        Assert.Equal(["keycloak", "messaging", "postgres"], model.Resources.OfType<ContainerResource>().Select(resource => resource.Name)
            .Order(StringComparer.Ordinal));
        Assert.Empty(model.Resources.OfType<ExecutableResource>());
    }

    [Theory]
    [InlineData("--servers=given", "ConnectionStrings:some-db is not set")]
    [InlineData("--servers=elsewhere", "one of given, container, local")]
    public void An_order_that_cannot_be_followed_is_refused_with_its_reason(string argument, string reason)
        => Assert.Contains(reason, Assert.Throws<DistributedApplicationException>(() => Servers(Model(argument)))
            .Message, StringComparison.Ordinal);

    [Fact]
    public void A_taken_port_is_named()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;
        var refusal = Assert.Throws<DistributedApplicationException>(() => Model().AddProgram<Projects.Gateway>("gateway").Serving(port));
        Assert.Contains($"Port {port} is in use", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_secret_is_made_up_once_in_a_tree_and_only_its_owner_reads_it()
    {
        var made = await Model().AddSecret("some-secret").Resource.GetValueAsync(TestContext.Current.CancellationToken);
        Assert.Matches("^[A-Za-z0-9]{22,}$", made);
        Assert.Equal(made, await Model().AddSecret("some-secret").Resource.GetValueAsync(TestContext.Current.CancellationToken));
        Assert.NotEqual(made, await Model().AddSecret("another-secret").Resource.GetValueAsync(TestContext.Current.CancellationToken));
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(local, "secrets.json")));
    }

    [Fact]
    public async Task A_key_is_of_256_bits_and_kept_like_any_secret()
    {
        var made = await Model().AddKey("some-key").Resource.GetValueAsync(TestContext.Current.CancellationToken);
        Assert.Equal(32, Convert.FromBase64String(made!).Length);
        Assert.Equal(made, await Model().AddKey("some-key").Resource.GetValueAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_operator_may_bring_a_secret_along()
        => Assert.Equal("given", await Model("--Parameters:some-secret=given").AddSecret("some-secret")
            .Resource.GetValueAsync(TestContext.Current.CancellationToken));

    private IDistributedApplicationBuilder Model(params string[] arguments)
        => DistributedApplication.CreateBuilder(new DistributedApplicationOptions
        {
            AssemblyName = typeof(Projects.AppHost).Assembly.GetName().Name,
            Args = [$"--local={local}", .. arguments],
            DisableDashboard = true,
        });

    private static IResourceBuilder<IResourceWithConnectionString> Servers(IDistributedApplicationBuilder model)
    {
        var database = model.AddPostgresServer("postgres").AddDatabase("some-db");
        model.AddRabbitMqServer("messaging");
        model.AddKeycloakServer<Projects.DevelopmentIssuer>("keycloak", Path.Combine(Testing.Repository.Root, "AppHost", Realm), _ => { });
        return database;
    }
}
