using Disclosure.Runner.Manifest;
using Disclosure.Runner.Planning;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Runner.Tests;

/// <summary>The manifest of this repository can be run here, and says what the app model says.</summary>
public sealed class CommittedManifestTests
{
    private static readonly AppManifest Manifest = ManifestParser.Parse(File.ReadAllText(Path.Combine(Repository.Root, "aspire-manifest.json")));

    [Fact]
    public void It_is_planned_with_the_gateway_last()
    {
        var plan = Manifests.PlanOf(Manifest);

        Assert.Equal("gateway", plan.Steps[^1].Name);
        Assert.Equal("http://localhost:8080", plan.External!.Endpoint!.Url);
        Assert.Equal([ServerKind.Postgres, ServerKind.RabbitMq, ServerKind.Keycloak], plan.Steps.OfType<ServerStep>().Select(s => s.Kind));
    }

    [Fact]
    public void Every_service_waits_for_its_migrations_and_names_a_project_that_exists()
    {
        var plan = Manifests.PlanOf(Manifest);
        foreach (var step in plan.Steps.OfType<ProjectStep>())
        {
            Assert.True(File.Exists(Path.Combine(Repository.Root, step.Project)), $"{step.Name}: {step.Project} does not exist.");
            if (step is { Endpoint: not null, IsExternal: false }) Assert.Contains($"{step.Name}-migrations", step.After);
        }
    }

    [Fact]
    public void The_gateway_and_the_issuer_hold_the_same_client_secret()
    {
        var keycloak = Assert.IsType<ContainerResource>(Manifest.Find("keycloak"));
        var gateway = Assert.IsType<ProjectResource>(Manifest.Find("gateway"));

        Assert.Equal(gateway.Environment["Identity__ClientSecret"], keycloak.Environment["GATEWAY_CLIENT_SECRET"]);
    }

    /// <summary>Where Aspire itself cannot be restored, this much of <c>manifest --check</c> holds everywhere.</summary>
    [Fact]
    public void The_app_model_names_the_same_services()
    {
        var model = File.ReadAllText(Path.Combine(Repository.Root, "AppHost", "AppModel.cs"));
        var services = Manifest.Resources.OfType<ProjectResource>().Where(p => p is { RunsToCompletion: false, IsExternal: false }).Select(p => p.Name).ToList();
        var named = System.Text.RegularExpressions.Regex.Matches(model, "AddService<Projects\\.\\w+>\\(\"([\\w-]+)\"\\)").Select(m => m.Groups[1].Value);

        Assert.Equal(services, named);
    }
}
