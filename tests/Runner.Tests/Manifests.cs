using Disclosure.Runner.Expressions;
using Disclosure.Runner.Manifest;
using Disclosure.Runner.Planning;

namespace Disclosure.Runner.Tests;

/// <summary>Small manifests for the tests of the pure stages.</summary>
internal static class Manifests
{
    public const string Postgres = """
        "postgres": { "type": "container.v0", "image": "docker.io/library/postgres:18.3",
          "connectionString": "Host={postgres.bindings.tcp.host};Port={postgres.bindings.tcp.port};Username=postgres;Password={postgres-password.value}",
          "env": { "POSTGRES_PASSWORD": "{postgres-password.value}" },
          "bindings": { "tcp": { "scheme": "tcp", "protocol": "tcp", "transport": "tcp", "targetPort": 5432 } } },
        "postgres-password": { "type": "parameter.v0", "value": "{postgres-password.inputs.value}",
          "inputs": { "value": { "type": "string", "secret": true, "default": { "generate": { "minLength": 22 } } } } }
        """;

    public const string Broker = """
        "messaging": { "type": "container.v0", "image": "rabbitmq:4.3", "connectionString": "amqp://guest:{messaging-password-uri-encoded.value}@{messaging.bindings.tcp.host}:{messaging.bindings.tcp.port}",
          "env": { "RABBITMQ_DEFAULT_USER": "guest", "RABBITMQ_DEFAULT_PASS": "{messaging-password.value}" },
          "bindings": { "tcp": { "scheme": "tcp", "targetPort": 5672 } } },
        "messaging-password": { "type": "parameter.v0", "value": "{messaging-password.inputs.value}", "inputs": { "value": { "type": "string", "secret": true } } },
        "messaging-password-uri-encoded": { "type": "annotated.string", "value": "{messaging-password.value}", "filter": "uri" }
        """;

    public static AppManifest Parse(params string[] resources) => ManifestParser.Parse($$"""{ "resources": { {{string.Join(",", resources)}} } }""");

    public static IReadOnlyList<string> ErrorsOf(Action action) => Xunit.Assert.Throws<ManifestException>(action).Errors;

    /// <summary>A project; with <paramref name="binding"/> a service.</summary>
    public static string Project(string name, string? binding = "\"http\": { \"scheme\": \"http\" }", string? path = null, string env = "", string args = "")
        => $$"""
            "{{name}}": { "type": "project.v0", "path": "{{path ?? $"services/{name}/{name}.csproj"}}", "args": [{{args}}], "env": { {{env}} }
              {{(binding is null ? "" : $", \"bindings\": {{ {binding} }}")}} }
            """;

    public static Plan PlanOf(AppManifest manifest, Replacements? replacements = null, int port = 8080) => Planner.Plan(manifest, Inputs(replacements, port));

    /// <summary>Ports count from 20001; every secret is "p w/1".</summary>
    public static PlanInputs Inputs(Replacements? replacements = null, int port = 8080)
        => new(port, count => [.. Enumerable.Range(20001, count)], (_, _) => "p w/1", replacements ?? Replacements.None);

    public static Replacements Replace(AppManifest manifest, params (string Name, string Value)[] variables)
        => Replacements.From(manifest, name => variables.FirstOrDefault(v => v.Name == name).Value);

    public static Evaluator EvaluatorOf(AppManifest manifest)
        => new(manifest, new EvaluationInputs(EndpointAllocation.Allocate(manifest, 8080, Inputs().FreePorts, Replacements.None), Inputs().Parameter, new Dictionary<string, string>()));
}
