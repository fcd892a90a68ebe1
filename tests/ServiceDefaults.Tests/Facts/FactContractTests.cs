using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Disclosure.Contracts.Facts;
using Disclosure.ServiceDefaults.Messaging;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests.Facts;

/// <summary>The JSON of every fact is pinned, each feeds something, everything that is counted is fed, and none tells who somebody
/// is.</summary>
public sealed partial class FactContractTests
{
    private static readonly string Pinned = Path.Combine(Repository.Root, "tests", "ServiceDefaults.Tests", "Facts", "Pinned");

    private static readonly string Document = Path.Combine(Repository.Root, "docs", "facts.md");

    /// <summary>Text that facts may carry: codes of packs, flows and catalogues in use.</summary>
    private static readonly string[] Codes =
    [
        "Category", "Channel", "Channels", "Deduction", "Difficulty", "Duty", "Flow", "Limit", "Matter", "Reply", "Score", "Step",
    ];

    private static readonly JsonSerializerOptions Readable = new(MessageJson.Options) { WriteIndented = true };

    /// <summary>They say how others count and feed nothing themselves.</summary>
    private static readonly Type[] AboutFacts = [typeof(VoidedFact), typeof(SubjectRestrictedFact)];

    private static readonly Type[] Values = [typeof(int), typeof(long), typeof(decimal), typeof(bool), typeof(DateOnly)];

    private static readonly IReadOnlyList<JsonDerivedTypeAttribute> Registered =
        [.. typeof(StatisticalFact).GetCustomAttributes<JsonDerivedTypeAttribute>()];

    private static bool IsPinning => Environment.GetEnvironmentVariable("DISCLOSURE_PIN") == "1";

    public static TheoryData<string> Facts => [.. Registered.Select(fact => (string)fact.TypeDiscriminator!)];

    [Fact]
    public void Every_fact_is_registered_under_its_own_name_and_version()
    {
        var types = typeof(StatisticalFact).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(StatisticalFact)));
        Assert.Equal(types.OrderBy(type => type.Name), Registered.Select(fact => fact.DerivedType).OrderBy(type => type.Name));
        Assert.All(Registered, fact => Assert.Matches(
            $"^{JsonNamingPolicy.KebabCaseLower.ConvertName(FactSuffix().Replace(fact.DerivedType.Name, ""))}\\.[1-9][0-9]*$",
            (string)fact.TypeDiscriminator!));
    }

    [Theory]
    [MemberData(nameof(Facts))]
    public void A_fact_of_the_pinned_form_is_read_and_written_without_loss(string code)
    {
        var type = Registered.Single(fact => (string)fact.TypeDiscriminator! == code).DerivedType;
        var file = Path.Combine(Pinned, code + ".json");
        if (IsPinning)
        {
            Directory.CreateDirectory(Pinned);
            File.WriteAllText(file, JsonSerializer.Serialize(Sample(type), Readable).ReplaceLineEndings("\n") + "\n");
        }

        Assert.True(File.Exists(file), $"{code} has no pinned form in {Pinned}; DISCLOSURE_PIN=1 writes one for a new fact.");
        var pinned = JsonNode.Parse(File.ReadAllText(file))!;
        var read = JsonSerializer.Deserialize<StatisticalFact>(pinned.ToJsonString(), MessageJson.Options)!;
        Assert.Equal(type, read.GetType());
        Assert.True(JsonNode.DeepEquals(pinned, JsonSerializer.SerializeToNode(read, MessageJson.Options)),
            $"Pinned: {pinned.ToJsonString()}\nWritten: {JsonSerializer.Serialize(read, MessageJson.Options)}");
        // Every member is filled in: one that is absent would be pinned by nobody.
        Assert.Equal(Parameters(type).Length + 1, pinned.AsObject().Count);
        Assert.DoesNotContain(pinned.AsObject(), member => member.Value is null);
    }

    [Fact]
    public void No_pinned_form_is_left_without_its_fact()
        => Assert.Equal(Facts.Select(row => row.Data).Order(StringComparer.Ordinal),
            Directory.GetFiles(Pinned, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal));

    [Fact]
    public void A_fact_is_read_whatever_the_database_did_to_its_order()
    {
        // jsonb keeps no order, and the type may come last.
        var fact = JsonSerializer.Deserialize<StatisticalFact>("""{"isResubmitted":true,"flow":"publication","type":"review-opened.1"}""",
            MessageJson.Options);
        Assert.Equal(new ReviewOpenedFact("publication", true), fact);
    }

    [Fact]
    public void Every_cell_is_fed_and_every_fact_feeds_one()
    {
        var fed = Registered.Where(fact => !AboutFacts.Contains(fact.DerivedType)).ToDictionary(fact => fact.DerivedType.Name,
            fact => fact.DerivedType.GetCustomAttribute<FeedsAttribute>()?.Cells ?? []);
        Assert.All(fed, fact => Assert.NotEmpty(fact.Value));
        Assert.Equal(StatisticalCells.All.Select(cell => cell.Code).Order(StringComparer.Ordinal),
            fed.Values.SelectMany(cells => cells).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(StatisticalCells.All.Count, StatisticalCells.All.DistinctBy(cell => cell.Code).Count());
    }

    [Fact]
    public void A_fact_says_nothing_that_somebody_wrote_and_nothing_of_who_somebody_is()
        => Assert.Empty(Registered.SelectMany(fact => Telling(fact.DerivedType)));

    [Fact]
    public void A_fact_that_did_would_be_caught()
        => Assert.Equal(["Talkative.Title", "Talkative.Person", "Talkative.At"], Telling(typeof(Talkative)));

    [Fact]
    public void The_document_says_which_fact_feeds_which_cell()
    {
        var text = Write();
        if (IsPinning) File.WriteAllText(Document, text);
        Assert.True(File.Exists(Document) && File.ReadAllText(Document) == text,
            "docs/facts.md is not what the contracts say; DISCLOSURE_PIN=1 ./disclosure test writes it anew.");
    }

    private static IEnumerable<string> Telling(Type fact)
        => Parameters(fact).Where(member => !IsCountable(member)).Select(member => $"{fact.Name}.{member.Name}");

    private static bool IsCountable(ParameterInfo member)
    {
        var type = Nullable.GetUnderlyingType(member.ParameterType) ?? member.ParameterType;
        return type.IsEnum || Values.Contains(type)
            || ((type == typeof(string) || type == typeof(IReadOnlyList<string>)) && Codes.Contains(member.Name));
    }

    private static ParameterInfo[] Parameters(Type fact) => fact.GetConstructors().Single().GetParameters();

    private static StatisticalFact Sample(Type fact) => (StatisticalFact)fact.GetConstructors().Single()
        .Invoke([.. Parameters(fact).Select(member => Value(member.ParameterType))]);

    private static object Value(Type type) => Nullable.GetUnderlyingType(type) is { } inner ? Value(inner)
        : type.IsEnum ? Enum.GetValues(type).GetValue(0)!
        : type == typeof(string) ? "code"
        : type == typeof(IReadOnlyList<string>) ? (string[])["code"]
        : type == typeof(DateOnly) ? new DateOnly(2026, 3, 4)
        : type == typeof(bool) ? true
        : type == typeof(decimal) ? 12.5m
        : Convert.ChangeType(3, type, null);

    private static string Write()
    {
        var summaries = XDocument.Load(Path.ChangeExtension(typeof(StatisticalFact).Assembly.Location, ".xml")).Descendants("member")
            .ToDictionary(member => member.Attribute("name")!.Value, member => Plain(member.Element("summary")));
        var text = new StringBuilder("""
            # Facts: what counts, and where

            What the services publish for whoever counts (`Contracts/Facts`), and the cells each feeds. Written by
            `FactContractTests` (DISCLOSURE_PIN=1); the JSON of each fact is pinned beside it. Decision 0039 says how facts are kept.


            """);
        text.Append("## Facts\n\n| fact | what it says | feeds |\n|---|---|---|\n");
        foreach (var fact in Registered)
        {
            var cells = fact.DerivedType.GetCustomAttribute<FeedsAttribute>()?.Cells ?? [];
            text.Append(null, $"| `{fact.TypeDiscriminator}` | {summaries["T:" + fact.DerivedType.FullName]} | ")
                .AppendJoin(", ", cells.Select(cell => $"`{cell}`")).Append(" |\n");
        }

        foreach (var (title, cells) in new[]
        {
            ("政府信息公开工作年度报告", StatisticalCells.AnnualReport), ("政府网站工作年度报表", StatisticalCells.WebsiteReport),
            ("统计", StatisticalCells.Statistics),
        })
        {
            text.Append(null, $"\n## {title}\n\n| cell | name | comes from |\n|---|---|---|\n");
            foreach (var cell in cells)
            {
                var feeding = Registered.Where(fact
                    => fact.DerivedType.GetCustomAttribute<FeedsAttribute>()?.Cells.Contains(cell.Code) == true);
                text.Append(null, $"| `{cell.Code}` | {cell.Name} | ")
                    .AppendJoin(", ", feeding.Select(fact => $"`{fact.TypeDiscriminator}`")).Append(" |\n");
            }
        }

        return text.ToString().ReplaceLineEndings("\n");
    }

    private static string Plain(XElement? summary) => summary is null ? "" : Blank().Replace(string.Concat(summary.Nodes()
        .Select(node => node is XElement element ? (string?)element.Attribute("cref") ?? element.Value : node.ToString())), " ").Trim();

    [GeneratedRegex("Fact$")]
    private static partial Regex FactSuffix();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();

    private sealed record Talkative(string Title, Guid Person, DateTimeOffset At, string Category, int Count);
}
