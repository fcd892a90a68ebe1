using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.RateLimiting;
using Xunit;

namespace Disclosure.Gateway.Tests.RulesApi;

public sealed partial class RulesApiTests(RulesServer server) : IClassFixture<RulesServer>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Due_days_are_computed_by_address_and_by_body()
    {
        var byAddress = await GetAsync("/api/rules/due?from=2026-02-10&days=20");
        Assert.Equal("2026-03-16", byAddress.GetProperty("due").GetString());
        Assert.False(byAddress.GetProperty("provisional").GetBoolean());
        var byBody = await PostAsync("/api/rules/due", """{"from":"2026-02-10","days":20,"unit":"working"}""");
        Assert.Equal(byAddress.GetRawText(), byBody.GetRawText());
        Assert.Equal("2026-02-28", (await GetAsync("/api/rules/due?from=2026-01-31&days=1&unit=month")).GetProperty("due").GetString());
    }

    [Fact]
    public async Task The_clock_reads_facts_under_a_pack()
    {
        var clock = await PostAsync("/api/rules/clock", """
            {"pack":"bijie","limit":"application.reply","on":"2026-03-01","facts":[{"kind":"received","on":"2026-02-10"}]}
            """);
        Assert.Equal(("2026-03-16", "green"), (clock.GetProperty("due").GetString(), clock.GetProperty("state").GetString()));
        Assert.NotEmpty(clock.GetProperty("explanation").EnumerateArray());
    }

    [Theory]
    [InlineData("reconsideration.answer", "copy-received", "2026-10-09")]
    [InlineData("reconsideration.answer-simplified", "copy-received", "2026-09-24")]
    [InlineData("reconsideration.decision", "accepted", "2026-11-17")]
    [InlineData("reconsideration.decision-simplified", "accepted", "2026-10-19")]
    [InlineData("petition.register", "received", "2026-10-03")]
    [InlineData("petition.handling", "accepted", "2026-11-17")]
    [InlineData("petition.review", "review-requested", "2026-10-18")]
    [InlineData("petition.re-review", "re-review-requested", "2026-10-18")]
    public async Task Limits_of_reconsiderations_and_petitions_are_read_and_shown(string limit, string start, string due)
    {
        var facts = $$"""[{"kind":"{{start}}","on":"2026-09-18"}]""";
        var clock = await PostAsync("/api/rules/clock",
            $$"""{"pack":"xinyuan","limit":"{{limit}}","on":"2026-09-20","facts":{{facts}} }""");
        Assert.Equal((due, 0), (clock.GetProperty("due").GetString(), clock.GetProperty("errors").GetArrayLength()));
        var shown = await GetAsync($"/api/rules/packs/xinyuan?path=limits.{limit}");
        Assert.Equal((limit, clock.GetProperty("name").GetString()),
            (shown.GetProperty("code").GetString(), shown.GetProperty("name").GetString()));
    }

    [Fact]
    public async Task A_reply_is_delayed_and_a_petition_extended()
    {
        var reply = await PostAsync("/api/rules/clock", """
            {"pack":"bijie","limit":"application.reply","on":"2026-09-20",
             "facts":[{"kind":"received","on":"2026-09-15"},{"kind":"delayed","on":"2026-09-18","days":30}]}
            """);
        Assert.Equal(("2026-11-30", 30), (reply.GetProperty("due").GetString(), reply.GetProperty("delay").GetInt32()));
        var petition = await PostAsync("/api/rules/clock", """
            {"pack":"bijie","limit":"petition.handling","on":"2026-09-20",
             "facts":[{"kind":"accepted","on":"2026-08-02"},{"kind":"extended","on":"2026-09-01","days":30}]}
            """);
        Assert.Equal(("2026-10-31", 30), (petition.GetProperty("due").GetString(), petition.GetProperty("extension").GetInt32()));
    }

    [Fact]
    public async Task A_last_day_that_is_a_day_off_is_told()
    {
        var due = await GetAsync("/api/rules/due?from=2026-09-01&days=1&unit=month");
        var dayOff = due.GetProperty("dayOff");
        Assert.Equal(("2026-10-01", "国庆节", "2026-10-08"), (due.GetProperty("due").GetString(), dayOff.GetProperty("name").GetString(),
            dayOff.GetProperty("nextWorkingDay").GetString()));
        var shown = await GetAsync("/api/rules/packs/bijie?path=limits.reconsideration.decision.lastDayOff");
        Assert.Equal("moves", shown.GetString());
    }

    [Fact]
    public async Task Illegal_facts_are_told_with_the_reading()
    {
        var clock = await PostAsync("/api/rules/clock", """
            {"pack":"bijie","limit":"application.reply","facts":[{"kind":"received","on":"2026-02-10"},
            """
            + """
            {"kind":"extended","on":"2026-02-12","days":21}]}
            """, HttpStatusCode.UnprocessableEntity);
        Assert.Equal("extension-too-long", clock.GetProperty("errors")[0].GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_timed_matter_and_a_periodic_duty_are_read_under_a_pack()
    {
        var timing = await GetAsync("/api/rules/timing?pack=bijie&class=finance&formed=2025-01-10&published=2025-03-31&on=2025-07-01");
        Assert.Equal(("2025-09-30", "overdue", "periodic"),
            (timing.GetProperty("due").GetString(), timing.GetProperty("state").GetString(), timing.GetProperty("kind").GetString()));
        Assert.Equal(["done", "missed", "open"], timing.GetProperty("occurrences").EnumerateArray()
            .Select(one => one.GetProperty("state").GetString()));
        var decision = await GetAsync(
            "/api/rules/timing?pack=bijie&class=major-decisions&formed=2026-03-02&planned=2026-03-05&expires=2026-04-01&on=2026-03-04");
        Assert.Equal(("2026-03-05", "2026-04-01"),
            (decision.GetProperty("due").GetString(), decision.GetProperty("expiresOn").GetString()));
        var duty = await GetAsync(
            "/api/rules/duty?pack=jiangxi&limit=submission.monthly&since=2026-01-01&done=2026-01-20,2026-03-21&on=2026-03-31");
        Assert.Equal(["done", "missed", "done-late"], duty.GetProperty("occurrences").EnumerateArray()
            .Select(one => one.GetProperty("state").GetString()));
        Assert.Equal((1, "2026-02-20"),
            (duty.GetProperty("missed").GetInt32(), duty.GetProperty("occurrences")[1].GetProperty("due").GetString()));
    }

    [Fact]
    public async Task A_fee_shows_its_tiers()
    {
        Assert.Equal(5500, (await GetAsync("/api/rules/fee?basis=items&count=45")).GetProperty("amount").GetInt32());
        Assert.Equal(380, (await PostAsync("/api/rules/fee", """{"basis":"pages","count":68}""")).GetProperty("amount").GetInt32());
    }

    [Fact]
    public async Task Identifiers_are_checked_and_identity_numbers_never_in_the_address()
    {
        Assert.True((await GetAsync("/api/rules/check/uscc?value=91350100M000100Y43")).GetProperty("valid").GetBoolean());
        Assert.True((await PostAsync("/api/rules/check/id", """{"value":"11010519491231002X"}""")).GetProperty("valid").GetBoolean());
        var refused = await GetAsync("/api/rules/check/id?value=11010519491231002X", HttpStatusCode.MethodNotAllowed);
        Assert.DoesNotContain("11010519491231002X", refused.GetRawText(), StringComparison.Ordinal);
        using var response = await server.Client.GetAsync(new Uri("/api/rules/check/id?value=1", UriKind.Relative), Cancellation);
        Assert.Equal(["POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_text_is_scanned()
    {
        var spans = await PostAsync("/api/rules/scan", "电话13812345678", type: "text/plain");
        Assert.Equal(("mobile-phone", 2), (spans[0].GetProperty("kind").GetString(), spans[0].GetProperty("start").GetInt32()));
    }

    [Fact]
    public async Task A_list_of_finds_is_bounded()
    {
        using var content = new StringContent(string.Concat(Enumerable.Repeat("13812345678，", 1001)), Encoding.UTF8, "text/plain");
        using var response = await server.Client.PostAsync(new Uri("/api/rules/scan", UriKind.Relative), content, Cancellation);
        Assert.Equal("true", response.Headers.GetValues("Disclosure-Truncated").Single());
        Assert.Equal(1000, JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement.GetArrayLength());
    }

    [Theory]
    [InlineData("{0}")]
    [InlineData("{{\"report\":{0}}}")]
    [InlineData("{{\"report\":{0},\"previous\":null}}")]
    public async Task A_report_is_reconciled_as_the_command_line_takes_it_or_wrapped(string shape)
    {
        var violations = await PostAsync("/api/rules/check/report", string.Format(CultureInfo.InvariantCulture, shape, Report(2025, 1)));
        Assert.Contains(violations.EnumerateArray(), violation => violation.GetProperty("rule").GetString() == "R1");
        Assert.DoesNotContain(violations.EnumerateArray(), violation => violation.GetProperty("rule").GetString() == "format");
    }

    [Fact]
    public async Task The_report_of_the_year_before_stands_beside_it_or_in_it()
    {
        foreach (var body in (string[])[$"{Report(2025, 0)[..^1]},\"previous\":{Report(2023, 0)}}}",
            $"{{\"report\":{Report(2025, 0)},\"previous\":{Report(2023, 0)}}}"])
        {
            var violation = Assert.Single((await PostAsync("/api/rules/check/report", body)).EnumerateArray());
            Assert.Equal("R5", violation.GetProperty("rule").GetString());
        }

        Problem(await PostAsync("/api/rules/check/report", $"{{\"report\":{Report(2025, 0)},\"colour\":1}}", HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Packs_are_validated_over_the_embedded_ones()
    {
        Assert.True((await PostAsync("/api/rules/validate", """{"packs":{"national":{}, "bijie":{}}}"""))
            .GetProperty("valid").GetBoolean() is false);
        var faults = await PostAsync("/api/rules/validate", """
            {"packs":{"zunyi":{"authority":"zunyi","name":"a","shortName":"b",
            """
            + """
            "organisationCode":{"value":"520300000","citation":{"source":"a","article":"b","rules":[]}},
            "siteIdCode":{"value":"5203000001","citation":{"source":"a","article":"b","rules":[]}},"units":[]}}}
            """);
        Assert.Equal((false, 2), (faults.GetProperty("valid").GetBoolean(), faults.GetProperty("total").GetInt32()));
        Assert.Equal(["$.organisationCode.value", "$.units"], faults.GetProperty("errors").EnumerateArray()
            .Select(error => error.GetProperty("path").GetString()!).Order(StringComparer.Ordinal));
        var bijie = await GetAsync("/api/rules/packs/bijie");
        Assert.Equal(JsonValueKind.Object, bijie.ValueKind);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"packs\":{}}")]
    [InlineData("{\"packs\":{\"../bijie\":{}}}")]
    [InlineData("{\"packs\":{\"bijie\":{},\"bijie\":{}}}")]
    public async Task Packs_that_cannot_be_validated_are_a_problem(string body)
        => Problem(await PostAsync("/api/rules/validate", body, HttpStatusCode.BadRequest));

    [Fact]
    public async Task The_clock_is_read_by_address_too()
    {
        var facts = Uri.EscapeDataString("""[{"kind":"received","on":"2026-02-10"}]""");
        var clock = await GetAsync($"/api/rules/clock?pack=bijie&limit=application.reply&on=2026-03-01&facts={facts}");
        Assert.Equal("2026-03-16", clock.GetProperty("due").GetString());
        Problem(await GetAsync("/api/rules/clock?pack=bijie&limit=application.reply&facts=%5B", HttpStatusCode.BadRequest));
    }

    [Fact]
    public async Task Coverage_lists_all_rules_with_their_tests()
    {
        var coverage = await GetAsync("/api/rules/coverage");
        Assert.Equal((372, 372), (coverage.GetProperty("rules").GetInt32(), coverage.GetProperty("list").GetArrayLength()));
        Assert.All((string[])["recorded", "proven", "works"], state => Assert.InRange(coverage.GetProperty(state).GetInt32(), 1, 372));
        var rule = coverage.GetProperty("list")[139];
        Assert.Equal((140, "bijie", true),
            (rule.GetProperty("number").GetInt32(), rule.GetProperty("authority").GetString(), rule.GetProperty("recorded").GetBoolean()));
        Assert.Contains("BijieLimitTests.Publication_is_stricter_than_the_regulation_and_both_limits_stay_visible",
            rule.GetProperty("provenBy").EnumerateArray().Select(test => test.GetString()));
    }

    [Fact]
    public async Task The_description_names_every_refusal()
    {
        await using var described = await RulesServer.StartAsync();
        var paths = (await described.DescriptionAsync(Cancellation)).GetProperty("paths");
        foreach (var path in (string[])["/api/rules/due", "/api/rules/clock", "/api/rules/fee", "/api/rules/check/report",
            "/api/rules/scan", "/api/rules/validate"])
            Assert.Superset(new HashSet<string> { "200", "400", "413", "429" }, Statuses(paths.GetProperty(path).GetProperty("post")));
        Assert.Contains("422", Statuses(paths.GetProperty("/api/rules/clock").GetProperty("post")));
        Assert.Contains("405", Statuses(paths.GetProperty("/api/rules/check/{kind}").GetProperty("get")));

        static HashSet<string> Statuses(JsonElement operation)
            => [.. operation.GetProperty("responses").EnumerateObject().Select(response => response.Name)];
    }

    private static string Report(int year, int received) => $$$"""
        {"year":{{{year}}},"kind":"department","table2":{"regulations":{"made":0,"abolished":0,"inForce":0},
        "normativeDocuments":{"made":0,"abolished":0,"inForce":0},"licences":3,"penalties":8,"coercions":0,"fees":"0"},
        "table3":[
        """
        + string.Join(',', Enumerable.Range(1, 25).Select(row => row == 1 ? $"[{received},0,0,0,0,0,{received}]" : "[0,0,0,0,0,0,0]"))
        + """
        ],"table4":[0,0,0,0,0,0,0,0,0,0,0,0,0,0,0]}
        """;

    [Fact]
    public async Task Packs_are_shown_whole_and_in_part()
    {
        Assert.Equal(5, (await GetAsync("/api/rules/packs")).GetArrayLength());
        Assert.Equal(JsonValueKind.Object, (await GetAsync("/api/rules/packs/bijie")).ValueKind);
        Assert.Contains("没有这条规则", (await GetAsync("/api/rules/packs/nowhere", HttpStatusCode.NotFound)).GetProperty("title").GetString(),
            StringComparison.Ordinal);
    }

    private static void Problem(JsonElement problem)
    {
        Assert.StartsWith("urn:disclosure:problem:", problem.GetProperty("type").GetString(), StringComparison.Ordinal);
        Assert.Matches(@"\p{IsCJKUnifiedIdeographs}", problem.GetProperty("detail").GetString()!);
    }

    private async Task<JsonElement> GetAsync(string address, HttpStatusCode expected = HttpStatusCode.OK)
    {
        using var response = await server.Client.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        return await ReadAsync(response, expected);
    }

    private async Task<JsonElement> PostAsync(string address, string body, HttpStatusCode expected = HttpStatusCode.OK,
        string type = "application/json")
    {
        using var content = new StringContent(body, Encoding.UTF8, type);
        using var response = await server.Client.PostAsync(new Uri(address, UriKind.Relative), content, Cancellation);
        return await ReadAsync(response, expected);
    }

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response, HttpStatusCode expected)
    {
        var text = await response.Content.ReadAsStringAsync(Cancellation);
        Assert.True(expected == response.StatusCode, $"{(int)response.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement;
    }
}
