using Disclosure.Runner.Manifest;
using Disclosure.Runner.Planning;
using Disclosure.Runner.Servers;
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

    [Fact]
    public void Every_placeholder_without_a_default_is_set_and_the_demonstration_staff_is_not()
    {
        var keycloak = Assert.IsType<ContainerResource>(Manifest.Find("keycloak"));
        var realm = File.ReadAllText(Path.Combine(Repository.Root, "deploy", "keycloak", "disclosure-realm.json"));

        Assert.Equal(["GATEWAY_CLIENT_SECRET", "HOTLINE_CLIENT_SECRET"], RealmPlaceholders.Absent(realm, _ => null));
        Assert.Empty(RealmPlaceholders.Absent(realm, name => keycloak.Environment.GetValueOrDefault(name)));
        Assert.DoesNotContain("DISCLOSURE_DEMO_STAFF", keycloak.Environment.Keys);
    }

    [Fact]
    public void The_app_model_gives_the_issuer_the_same_variables()
    {
        var model = File.ReadAllText(Path.Combine(Repository.Root, "AppHost", "AppModel.cs"));
        var keycloak = Assert.IsType<ContainerResource>(Manifest.Find("keycloak"));

        Assert.All(keycloak.Environment.Keys.Where(name => !name.StartsWith("KC_", StringComparison.Ordinal)), name => Assert.Contains($"WithEnvironment(\"{name}\"", model, StringComparison.Ordinal));
        Assert.All(Manifest.Resources.OfType<ParameterResource>().Where(parameter => !parameter.Name.EndsWith("-password", StringComparison.Ordinal)),
            parameter => Assert.Contains($"AddParameter(\"{parameter.Name}\", secret: true)", model, StringComparison.Ordinal));
    }

    [Fact]
    public void A_Keycloak_without_the_secrets_is_not_started()
    {
        var home = Directory.CreateTempSubdirectory("disclosure-keycloak-");
        Directory.CreateDirectory(Path.Combine(home.FullName, "bin"));
        File.WriteAllText(Path.Combine(home.FullName, "bin", "kc.sh"), "");
        var realm = Path.Combine(Repository.Root, "deploy", "keycloak", "disclosure-realm.json");

        var refused = Assert.Throws<InvalidOperationException>(() => KeycloakServer.Create(home.FullName, realm, Path.Combine(home.FullName, "work"), "no.log", 1, "x", new Dictionary<string, string>()));

        Assert.Contains("nobody has set: GATEWAY_CLIENT_SECRET, HOTLINE_CLIENT_SECRET", refused.Message, StringComparison.Ordinal);
        home.Delete(recursive: true);
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
