using Disclosure.Runner.Manifest;
using Xunit;

namespace Disclosure.Runner.Tests;

public sealed class ManifestParserTests
{
    [Fact]
    public void Each_published_type_is_read_with_its_parts()
    {
        var manifest = Manifests.Parse(Manifests.Postgres, Manifests.Broker, """ "a-db": { "type": "value.v0", "connectionString": "{postgres.connectionString};Database=a" } """,
            Manifests.Project("a", args: "\"--x\"", env: "\"K\": \"v\""), Manifests.Project("a-migrations", binding: null));

        var postgres = Assert.IsType<ContainerResource>(manifest.Find("postgres"));
        Assert.Equal(new Binding("tcp", null, 5432, false), postgres.Bindings["tcp"]);
        var password = Assert.IsType<ParameterResource>(manifest.Find("postgres-password"));
        Assert.Equal(22, password.Inputs["value"].Generate!.MinLength);
        Assert.True(password.Inputs["value"].Secret);
        var project = Assert.IsType<ProjectResource>(manifest.Find("a"));
        Assert.Equal(["--x"], project.Arguments);
        Assert.Equal(("v", false), (project.Environment["K"], project.RunsToCompletion));
        Assert.True(Assert.IsType<ProjectResource>(manifest.Find("a-migrations")).RunsToCompletion);
        Assert.IsType<ValueResource>(manifest.Find("a-db"));
        Assert.IsType<AnnotatedStringResource>(manifest.Find("messaging-password-uri-encoded"));
    }

    [Fact]
    public void An_unknown_resource_type_is_refused_by_name()
    {
        var error = Assert.Single(Manifests.ErrorsOf(() => Manifests.Parse(""" "cache": { "type": "dockerfile.v0", "path": "x" } """)));

        Assert.StartsWith("cache: the resource type 'dockerfile.v0' is unknown", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_error_of_the_file_is_reported_at_once()
    {
        var errors = Manifests.ErrorsOf(() => Manifests.Parse(
            """ "cache": { "type": "azure.bicep.v0" } """,
            """ "a": { "type": "project.v0", "env": { "N": 1 }, "bindings": { "http": { "port": "eighty" } } } """,
            """ "b": { "type": "annotated.string", "value": "x", "filter": "base64" } """,
            """ "c": { "value": "x" } """,
            """ "d": 3 """));

        Assert.Equal(
        [
            "cache: the resource type 'azure.bicep.v0' is unknown; the runner knows container.v0, project.v0, value.v0, parameter.v0 and annotated.string.",
            "a: 'path' is missing.",
            "a.env.N: must be a text.",
            "a.bindings.http: 'scheme' is missing.",
            "a.bindings.http: 'port' must be a number.",
            "b: the filter 'base64' is unknown; the runner knows uri.",
            "c: 'type' is missing.",
            "d: must be an object.",
        ], errors);
    }

    [Fact]
    public void A_property_that_the_runner_would_ignore_is_refused()
    {
        var errors = Manifests.ErrorsOf(() => Manifests.Parse("""
            "a": { "type": "project.v0", "path": "a.csproj", "deployment": {}, "bindings": { "http": { "scheme": "http", "tls": true } } }
            """));

        Assert.Equal(["a.bindings.http: 'tls' is not supported by the runner.", "a: 'deployment' is not supported by the runner."], errors);
    }

    [Fact]
    public void A_name_used_twice_is_refused()
        => Assert.Equal(["a: the name is used twice."], Manifests.ErrorsOf(() => Manifests.Parse(Manifests.Project("a"), Manifests.Project("a"))));

    [Theory]
    [InlineData("{", "The file is not JSON")]
    [InlineData("[]", "The file must hold a JSON object")]
    [InlineData("{}", "'resources' is missing or empty")]
    [InlineData("""{ "resources": [] }""", "'resources' must be an object")]
    public void A_file_that_is_no_manifest_says_so(string text, string message)
        => Assert.Contains(message, Assert.Throws<ManifestException>(() => ManifestParser.Parse(text)).Message, StringComparison.Ordinal);
}
