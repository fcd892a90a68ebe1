using System.Text.Json.Serialization.Metadata;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Packs.Loading;
using Disclosure.Testing;
using NJsonSchema;
using Xunit;

namespace Disclosure.Rules.Tests.Packs;

public sealed class SchemaTests
{
    private static readonly string PackDirectory = Path.Combine(Repository.Root, "services", "Rules", "packs");

    [Theory]
    [InlineData("national")]
    [InlineData("gaotai")]
    [InlineData("xinyuan")]
    [InlineData("bijie")]
    [InlineData("jiangxi")]
    [InlineData("taishan")]
    public async Task Every_pack_satisfies_the_published_schema(string name)
    {
        var errors = (await Schema())
            .Validate(await File.ReadAllTextAsync(Path.Combine(PackDirectory, name + ".json"), TestContext.Current.CancellationToken));
        Assert.Empty(errors.Select(error => $"{error.Path}: {error.Kind}"));
    }

    [Theory]
    [InlineData("""{ "nonsense": 1 }""")]
    [InlineData("""{ "limits": [{ "code": "a", "name": "a", "amount": -1, "unit": "working-day","""
        + """ "citation": { "source": "a", "article": "a", "rules": [] } }] }""")]
    [InlineData("""{ "units": [{ "code": "Art", "name": "a", "group": "section" }] }""")]
    [InlineData("""{ "quotas": [{ "code": "a" }] }""")]
    public async Task The_schema_refuses_what_the_loader_refuses(string pack) => Assert.NotEmpty((await Schema()).Validate(pack));

    [Fact]
    public async Task The_schema_has_exactly_the_members_of_the_typed_model()
    {
        var differences = new List<string>();
        Compare((await Schema()).ActualSchema, typeof(RulePack), "$", differences, []);
        Assert.Empty(differences);
    }

    private static void Compare(JsonSchema schema, Type type, string path, List<string> differences, HashSet<Type> seen)
    {
        var info = PackJson.Options.GetTypeInfo(type);
        if (info.Kind == JsonTypeInfoKind.Enumerable)
            Compare(schema.Item!.ActualSchema, info.ElementType!, path + "[]", differences, seen);
        if (info.Kind != JsonTypeInfoKind.Object || !seen.Add(type)) return;
        var typed = info.Properties.Select(property => property.Name).Order().ToList();
        var written = schema.ActualProperties.Keys.Where(name => name != "$schema").Order().ToList();
        if (!typed.SequenceEqual(written)) differences
            .Add($"{path}: {string.Join(',', typed.Except(written).Concat(written.Except(typed)))}");
        foreach (var property in info.Properties)
            if (schema.ActualProperties.TryGetValue(property.Name, out var member))
                Compare(member.ActualSchema, property.PropertyType, $"{path}.{property.Name}", differences, seen);
    }

    private static Task<JsonSchema> Schema() =>
        JsonSchema.FromFileAsync(Path.Combine(PackDirectory, "rule-pack.schema.json"), TestContext.Current.CancellationToken);
}
