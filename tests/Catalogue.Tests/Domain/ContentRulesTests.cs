using Disclosure.Catalogue.Domain;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Catalogue.Tests.Domain;

/// <summary>What a content must fulfil before it is kept, before it is reviewed and before it is published.</summary>
public sealed class ContentRulesTests
{
    public static TheoryData<string, string> Faults() => new()
    {
        { "title", "absent" }, { "title", "too long" }, { "title", "control character" }, { "title", "two lines" },
        { "body", "absent" }, { "body", "noncharacter" }, { "summary", "too long" }, { "documentNumber", "too long" },
        { "issuingOrgan", "too long" }, { "category", "absent" }, { "category", "unknown" }, { "producedOn", "tomorrow" },
        { "producedOn", "before 1949" }, { "ground", "unknown" }, { "ground", "of another attribute" }, { "channels", "twice" },
        { "channels", "unknown" }, { "channels", "eleven" }, { "conditions", "unknown" }, { "keywords", "eleven" },
        { "keywords", "blank" }, { "keywords", "too long" }, { "preDisclosure.from", "absent" },
        { "preDisclosure.from", "before all calendars" }, { "preDisclosure.to", "absent" }, { "preDisclosure.to", "backwards" },
        { "preDisclosure.to", "decided before it ended" }, { "preDisclosure", "no address" }, { "preDisclosure", "script" },
        { "preDisclosure", "too long" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_is_told_at_its_field_and_nowhere_else(string field, string fault)
    {
        var problems = Problems(Broken(field, fault));
        Assert.Equal([field], problems.Keys);
        Assert.All(problems[field], words => Assert.False(string.IsNullOrWhiteSpace(words)));
        if (fault == "too long") Assert.Matches("[0-9]+ 字", Assert.Single(problems[field]));
    }

    [Fact]
    public void Every_fault_is_told_at_once()
        => Assert.Equal(["body", "category", "channels", "title"], Problems(Sample.Content with
        {
            Title = "",
            Body = " ",
            Category = "nowhere",
            Channels = ["portal", "portal"],
        }).Keys.Order(StringComparer.Ordinal));

    [Fact]
    public void What_is_right_up_to_its_bounds_has_no_fault()
        => Assert.Empty(Problems(Sample.Content with
        {
            Title = new string('长', ContentRules.MaxTitle),
            Summary = new string('长', ContentRules.MaxSummary),
            ProducedOn = Sample.Today,
            Keywords = [.. Enumerable.Range(0, 10).Select(n => new string('词', 29) + n)],
        }));

    [Fact]
    public void Every_bureau_accepts_the_plain_case_of_each_of_its_categories()
        => Assert.All(RulePacks.Load().All.SelectMany(pack => pack.Categories.Select(category => (pack, category))), row
            => Assert.Empty(Problems(Sample.Content with
            {
                Category = row.category.Code,
                Ground = row.pack.Grounds.First(ground => ground.Attribute == DisclosureAttribute.Proactive).Code,
            }, row.pack)));

    [Theory]
    [InlineData("classified", "classified-is-never-published", "classified-is-never-published")]
    [InlineData("marked in the body", "classified-is-never-published", "classified-is-never-published")]
    [InlineData("marked in a keyword", "classified-is-never-published", "classified-is-never-published")]
    [InlineData("internal", "internal-scope-is-never-public", "internal-scope-is-never-public")]
    [InlineData("on request", "only-proactive-is-published", "only-proactive-is-published")]
    [InlineData("undetermined", null, "secrecy-is-undetermined")]
    [InlineData("plain", null, null)]
    public void What_may_not_be_public_is_neither_reviewed_nor_published(string kind, string? review, string? publication)
    {
        var content = kind switch
        {
            "classified" => Sample.Content with { Secrecy = Secrecy.Classified },
            "marked in the body" => Sample.Content with { Body = "机密★1年\n\n各单位：" },
            "marked in a keyword" => Sample.Content with { Keywords = ["机密★1年"] },
            "internal" => Sample.Content with { Scope = DisclosureScope.Internal },
            "on request" => Sample.Content with { Attribute = DisclosureAttribute.OnRequest },
            "undetermined" => Sample.Content with { Secrecy = Secrecy.Undetermined },
            _ => Sample.Content,
        };
        Assert.Equal((review, publication), (PublicationRules.ObstacleToReview(content)?.Code, PublicationRules.Obstacle(content)?.Code));
    }

    /// <summary>Who may push where (rules 20, 30): the office to the press, 产业促进股 to 今日头条, everybody to the portal, because the flow
    /// decides about that. What the saved item has may stay, whoever edits it.</summary>
    [Theory]
    [Rule(20)]
    [Rule(30)]
    [InlineData("officer", "", "portal,notice-board")]
    [InlineData("officer", "press,toutiao", "portal,press,toutiao")]
    [InlineData("office", "", "portal,press,gazette,broadcast,press-conference,reading-places,zhangye-daily")]
    [InlineData("promotion", "", "toutiao,douyin")]
    public void A_channel_is_chosen_by_those_who_may_use_it(string role, string kept, string channels)
    {
        var pack = RulePacks.Load()["gaotai"];
        Assert.Empty(Chosen(channels.Split(',')));
        foreach (var other in pack.Channels.Select(channel => channel.Code)
            .Where(code => !channels.Split(',').Contains(code) && !kept.Split(',').Contains(code)))
        {
            var named = pack.Channels.Single(channel => channel.Code == other);
            if (named.Roles.Count == 0 || named.Roles.Contains(role) || other == Channel.Portal) Assert.Empty(Chosen([other]));
            else Assert.Contains(named.Name, Assert.Single(Assert.Single(Chosen([other])).Value), StringComparison.Ordinal);
        }

        Dictionary<string, string[]> Chosen(string[] codes) => ContentRules.Problems(Sample.Content with
        {
            Channels = codes,
            Category = pack.Categories[0].Code,
            Ground = pack.Grounds.First(ground => ground.Attribute == DisclosureAttribute.Proactive).Code,
        }, pack, Sample.Today, Sample.Person("somebody", "library", role), kept.Split(','));
    }

    /// <summary>What articles 14–16 do not know withholds nothing; the words say which grounds do.</summary>
    [Theory]
    [InlineData("bijie", "undecided-documents")]
    [InlineData("bijie", "non-disclosure-list")]
    [InlineData("gaotai", "under-process")]
    public void A_ground_of_the_bureaus_own_is_refused_with_the_lawful_ones(string authority, string code)
    {
        var pack = RulePacks.Load()[authority];
        var content = Sample.Content with { Attribute = DisclosureAttribute.Withheld, Ground = code, Category = pack.Categories[0].Code };
        var problem = Assert.Single(Problems(content, pack));
        Assert.Equal("ground", problem.Key);
        Assert.Contains("过程性信息", Assert.Single(problem.Value), StringComparison.Ordinal);
        Assert.Empty(Problems(content with { Ground = "process-information" }, pack));
    }

    private static Dictionary<string, string[]> Problems(ItemContent content, RulePack? pack = null)
        => ContentRules.Problems(content, pack ?? Sample.Pack, Sample.Today, Sample.Person("author", "art", Roles.Officer), []);

    private static ItemContent Broken(string field, string fault)
    {
        var plain = Sample.Content;
        var disclosed = plain with
        {
            PreDisclosureAddress = "https://example.org/draft",
            PreDisclosedFrom = new DateOnly(2026, 10, 12),
            PreDisclosedTo = new DateOnly(2026, 10, 16),
        };
        return (field, fault) switch
        {
            ("title", "absent") => plain with { Title = "  " },
            ("title", "too long") => plain with { Title = new string('长', ContentRules.MaxTitle + 1) },
            ("title", "control character") => plain with { Title = "关于\u0001通知" },
            ("title", _) => plain with { Title = "关于\n通知" },
            ("body", "absent") => plain with { Body = "\n" },
            ("body", _) => plain with { Body = "各单位\uFFFE：" },
            ("summary", _) => plain with { Summary = new string('长', ContentRules.MaxSummary + 1) },
            ("documentNumber", _) => plain with { DocumentNumber = new string('1', 61) },
            ("issuingOrgan", _) => plain with { IssuingOrgan = new string('局', 101) },
            ("category", "absent") => plain with { Category = "" },
            ("category", _) => plain with { Category = "nowhere" },
            ("producedOn", "tomorrow") => plain with { ProducedOn = Sample.Today.AddDays(1) },
            ("producedOn", _) => plain with { ProducedOn = new DateOnly(1948, 12, 31) },
            ("ground", "unknown") => plain with { Ground = "none" },
            ("ground", _) => plain with { Attribute = DisclosureAttribute.Withheld },
            ("channels", "twice") => plain with { Channels = ["portal", "portal"] },
            ("channels", "unknown") => plain with { Channels = ["pigeon"] },
            ("channels", _) => plain with { Channels = [.. Enumerable.Range(0, 11).Select(n => $"pigeon-{n}")] },
            ("conditions", _) => plain with { Conditions = ["urgent-by-friend"] },
            ("keywords", "eleven") => plain with { Keywords = [.. Enumerable.Range(0, 11).Select(n => $"词{n}")] },
            ("keywords", "blank") => plain with { Keywords = [" "] },
            ("keywords", _) => plain with { Keywords = [new string('词', 31)] },
            ("preDisclosure.from", "absent") => disclosed with { PreDisclosedFrom = null },
            ("preDisclosure.from", _) => disclosed with { PreDisclosedFrom = new DateOnly(1, 1, 1) },
            ("preDisclosure.to", "absent") => disclosed with { PreDisclosedTo = null },
            ("preDisclosure.to", "backwards") => disclosed with { PreDisclosedFrom = new DateOnly(2026, 10, 19) },
            ("preDisclosure", "no address") => disclosed with { PreDisclosureAddress = "见公告栏" },
            ("preDisclosure", "too long") => disclosed with { PreDisclosureAddress = "https://example.org/" + new string('1', 500) },
            ("preDisclosure", "script") => disclosed with { PreDisclosureAddress = "javascript:alert(1)" },
            _ => disclosed with { ProducedOn = new DateOnly(2026, 10, 15) },
        };
    }
}
