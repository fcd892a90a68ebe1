using Disclosure.Runner.Expressions;
using Xunit;

namespace Disclosure.Runner.Tests;

public sealed class ExpressionTests
{
    [Theory]
    [InlineData("{postgres.bindings.tcp.host}:{postgres.bindings.tcp.port}", "127.0.0.1:20001")]
    [InlineData("{postgres.bindings.tcp.targetPort}", "20001")]
    [InlineData("{postgres.bindings.tcp.scheme}", "tcp")]
    [InlineData("{postgres.bindings.tcp.url}", "tcp://127.0.0.1:20001")]
    [InlineData("{postgres.connectionString};Database=x", "Host=127.0.0.1;Port=20001;Username=postgres;Password=p w/1;Database=x")]
    [InlineData("{messaging.connectionString}", "amqp://guest:p%20w%2F1@127.0.0.1:20002")]
    [InlineData("{messaging-password.inputs.value}", "p w/1")]
    [InlineData("{front.bindings.http.url}/staff", "http://localhost:8080/staff")]
    [InlineData("{{plain}} text", "{plain} text")]
    [InlineData("", "")]
    public void An_expression_has_its_value(string text, string value)
        => Assert.Equal(value, Manifests.EvaluatorOf(Manifests.Parse(Manifests.Postgres, Manifests.Broker,
            Manifests.Project("front", "\"http\": { \"scheme\": \"http\", \"external\": true }"))).Evaluate(text));

    [Theory]
    [InlineData("{open", "leaves a brace open")]
    [InlineData("closed}", "closes a brace that it did not open")]
    [InlineData("{nodot}", "does not read {resource.property}")]
    [InlineData("{.value}", "does not read {resource.property}")]
    [InlineData("{name.}", "does not read {resource.property}")]
    public void A_broken_expression_is_refused(string text, string message)
        => Assert.Contains(message, Assert.Throws<FormatException>(() => Template.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void Every_reference_without_a_value_is_reported_with_its_place()
    {
        var manifest = Manifests.Parse(Manifests.Postgres, """ "a-db": { "type": "value.v0", "connectionString": "{postgres.connectionStrin}" } """,
            Manifests.Project("a", env: """ "A": "{gone.value}", "B": "{postgres.bindings.http.url}", "C": "{postgres-password.inputs.other}", "D": "{a.connectionString}", "E": "{a" """, args: "\"{a-db.value}\""));

        Assert.Equal(
        [
            "a-db.connectionString: {postgres.connectionStrin}: postgres has no 'connectionStrin'.",
            "a.env.A: {gone.value} names a resource that does not exist.",
            "a.env.B: {postgres.bindings.http.url}: postgres has no 'bindings.http.url'.",
            "a.env.C: {postgres-password.inputs.other}: postgres-password has no 'inputs.other'.",
            "a.env.D: {a.connectionString}: a has no 'connectionString'.",
            "a.env.E: '{a' leaves a brace open.",
            "a.args[0]: {a-db.value}: a-db has no 'value'.",
        ], ReferenceCheck.Errors(manifest));
    }

    [Fact]
    public void A_value_made_of_itself_is_refused()
    {
        var manifest = Manifests.Parse(""" "x": { "type": "value.v0", "connectionString": "{y.connectionString}" } """,
            """ "y": { "type": "value.v0", "connectionString": "{x.connectionString}" } """);

        Assert.Equal(["x: its value is made of itself (x → y → x).", "y: its value is made of itself (y → x → y)."], ReferenceCheck.Errors(manifest));
    }
}
