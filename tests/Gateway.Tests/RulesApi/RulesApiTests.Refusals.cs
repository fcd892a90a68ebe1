using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Threading.RateLimiting;
using Disclosure.Gateway.RulesApi;
using Xunit;

namespace Disclosure.Gateway.Tests.RulesApi;

/// <summary>What is refused, in words for people, and within bounds.</summary>
public sealed partial class RulesApiTests
{
    [Theory]
    [InlineData("/api/rules/due")]
    [InlineData("/api/rules/due?from=2026-02-30&days=1")]
    [InlineData("/api/rules/due?from=2026-02-10&days=99999999999")]
    [InlineData("/api/rules/due?from=2026-02-10&days=-1")]
    [InlineData("/api/rules/due?from=9999-12-31&days=1")]
    [InlineData("/api/rules/due?from=2026-02-10&days=1&unit=week")]
    [InlineData("/api/rules/timing?pack=bijie&class=someday&formed=2026-02-10")]
    [InlineData("/api/rules/timing?pack=bijie&class=finance")]
    [InlineData("/api/rules/timing?pack=bijie&class=finance&formed=1900-02-10")]
    [InlineData("/api/rules/timing?pack=bijie&class=finance&formed=2026-02-10&published=2026-02-10,soon")]
    [InlineData("/api/rules/timing?pack=taishan&class=finance&formed=2026-02-10")]
    [InlineData("/api/rules/duty?pack=jiangxi&limit=submission.activity&since=2026-01-01")]
    [InlineData("/api/rules/duty?pack=nowhere&limit=submission.monthly&since=2026-01-01")]
    [InlineData("/api/rules/duty?pack=jiangxi&limit=submission.monthly&since=2026-01-01&on=9999-12-31")]
    [InlineData("/api/rules/fee?basis=weight&count=1")]
    [InlineData("/api/rules/fee?basis=items")]
    [InlineData("/api/rules/check/nothing?value=1")]
    [InlineData("/api/rules/check/uscc")]
    public async Task A_question_that_cannot_be_answered_is_a_problem_in_Chinese(string address)
        => Problem(await GetAsync(address, HttpStatusCode.BadRequest));

    [Theory]
    [InlineData("/api/rules/due", "")]
    [InlineData("/api/rules/due", "null")]
    [InlineData("/api/rules/due", "{\"from\":1}")]
    [InlineData("/api/rules/due", "{\"colour\":1}")]
    [InlineData("/api/rules/clock", "{}")]
    [InlineData("/api/rules/clock", "{\"pack\":\"bijie\",\"limit\":\"x\",\"facts\":[]}")]
    [InlineData("/api/rules/clock", "{\"pack\":\"x\",\"limit\":\"x\",\"facts\":[]}")]
    [InlineData("/api/rules/clock", "{\"pack\":\"bijie\",\"limit\":\"application.reply\",\"on\":\"0001-01-01\",\"facts\":[]}")]
    [InlineData("/api/rules/fee", "[]")]
    [InlineData("/api/rules/check/id", "{}")]
    [InlineData("/api/rules/check/report", "[]")]
    [InlineData("/api/rules/check/id", "{\"value\":")]
    public async Task A_body_that_cannot_be_read_is_a_problem_in_Chinese(string address, string body)
        => Problem(await PostAsync(address, body, HttpStatusCode.BadRequest));

    [Fact]
    public async Task A_body_too_large_or_not_utf_8_is_refused()
    {
        Problem(await PostAsync("/api/rules/due", new string(' ', 300 * 1024), HttpStatusCode.RequestEntityTooLarge));
        Problem(await PostAsync("/api/rules/scan", new string('a', (1024 * 1024) + 1), HttpStatusCode.RequestEntityTooLarge, "text/plain"));
        using var content = new ByteArrayContent([0xFF, 0xFE, 0x80]);
        using var response = await server.Client.PostAsync(new Uri("/api/rules/scan", UriKind.Relative), content, Cancellation);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, response.StatusCode);
    }

    private static readonly (string Address, string Body)[] Written =
    [
        ("clock", """{"pack":"bijie","limit":"application.reply","facts":[{"kind":"#","on":"2026-02-10"}]}"""),
        ("clock", """{"pack":"bijie","limit":"application.reply","facts":[{"kind":"received","on":"#"}]}"""),
        ("clock", """{"pack":"bijie","limit":"application.reply","facts":[{"kind":"received","on":"2026-02-10","with":"#"}]}"""),
        ("clock", """{"pack":"bijie","limit":"application.reply","facts":[{"kind":"received","on":"2026-02-10","party":"#"}]}"""),
        ("clock", """{"pack":"bijie","limit":"application.reply","facts":[{"#":1}]}"""),
        ("clock", """{"pack":"#","limit":"application.reply","facts":[]}"""),
        ("clock", """{"#":1}"""),
        ("due", """{"from":"#"}"""),
        ("fee", """{"basis":"#","count":1}"""),
        ("check/id", """{"value":"#"}"""),
        ("check/report", """{"#":1}"""),
        ("check/report", """{"kind":"#"}"""),
        ("check/report", """{"report":{"#":1}}"""),
        ("check/report", """{"report":{},"previous":{"kind":"#"}}"""),
        ("validate", """{"packs":{"#":{}}}"""),
        ("validate", """{"packs":{"bijie":{"#":1}}}"""),
        ("validate", """{"packs":{"bijie":{"name":"#"}}}"""),
        ("validate", """{"packs":{"bijie":{"units":[{"code":"#"}]}}}"""),
        ("validate", """{"packs":{"bijie":{"documentNumber":{"pattern":"#"}}}}"""),
    ];

    public static TheoryData<string, string> HalfCharacters()
    {
        var bodies = new TheoryData<string, string>();
        foreach (var half in (string[])["\\ud800", "\\udc00", "\\ud83d\\ud83d", "\\ud800a"])
            foreach (var (address, body) in Written) bodies.Add(address, body.Replace("#", half, StringComparison.Ordinal));
        return bodies;
    }

    [Theory]
    [MemberData(nameof(HalfCharacters))]
    public async Task Half_a_character_anywhere_is_a_problem_in_Chinese(string address, string body)
        => Problem(await PostAsync("/api/rules/" + address, body, HttpStatusCode.BadRequest));

    [Theory]
    [InlineData("""[{"kind":"\ud800","on":"2026-02-10"}]""")]
    [InlineData("""[{"\ud800":1}]""")]
    public async Task Half_a_character_in_the_facts_of_an_address_is_a_problem_in_Chinese(string facts)
        => Problem(await GetAsync($"/api/rules/clock?pack=bijie&limit=application.reply&facts={Uri.EscapeDataString(facts)}",
        HttpStatusCode.BadRequest));

    [Theory]
    [InlineData("{{{0}}}", HttpStatusCode.OK)]
    [InlineData("{{\"report\":{{{0}}}}}", HttpStatusCode.OK)]
    [InlineData("{{\"report\":{{}},\"previous\":{{\"table2\":{{{0}}}}}}}", HttpStatusCode.OK)]
    [InlineData("{{\"report\":{{}},{0}}}", HttpStatusCode.BadRequest)]
    public async Task Members_that_no_report_has_are_told_in_few_lines(string shape, HttpStatusCode status)
    {
        var members = string.Join(',', Enumerable.Range(0, 15_000).Select(number => $"\"m{number}\":1"));
        var answer = await PostAsync("/api/rules/check/report", string.Format(CultureInfo.InvariantCulture, shape, members), status);
        Assert.InRange(answer.GetRawText().Length, 1, 50_000);
        Assert.Contains("未列出", answer.GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("validate", """{"packs":{"bijie":{}}}""")]
    [InlineData("check/report", "{}")]
    [InlineData("clock", """{"pack":"bijie","limit":"application.reply","facts":[{"kind":"received","on":"2026-02-10"}]}""")]
    [InlineData("scan", "电话")]
    public async Task A_costly_question_waits_for_a_place_or_is_told_to_come_again(string address, string body)
    {
        await using var busy = await RulesServer.StartAsync();
        var places = new List<Task<RateLimitLease>>();
        for (var caller = 0; caller < RulesLimiter.AtWork + RulesLimiter.Waiting; caller++) places
            .Add(busy.Desk.TakeAsync($"{caller}", Cancellation).AsTask());

        using var content = new StringContent(body, Encoding.UTF8, address == "scan" ? "text/plain" : "application/json");
        using var refused = await busy.Client.PostAsync(new Uri("/api/rules/" + address, UriKind.Relative), content, Cancellation);
        Assert.Equal((HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(1)), (refused.StatusCode, refused.Headers.RetryAfter?.Delta));
        Problem(JsonDocument.Parse(await refused.Content.ReadAsStringAsync(Cancellation)).RootElement);

        foreach (var place in places) (await place.WaitAsync(TimeSpan.FromMinutes(1), Cancellation)).Dispose();
        using var again = new StringContent(body, Encoding.UTF8, address == "scan" ? "text/plain" : "application/json");
        using var answered = await busy.Client.PostAsync(new Uri("/api/rules/" + address, UriKind.Relative), again, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answered.StatusCode);
    }

    [Fact]
    public async Task Nobody_may_ask_without_end()
    {
        await using var strict = await RulesServer.StartAsync(("RulesApi:Burst", "3"), ("RulesApi:PerSecond", "1"));
        var statuses = new List<HttpStatusCode>();
        for (var request = 0; request < 8; request++)
        {
            using var response = await strict.Client
                .GetAsync(new Uri("/api/rules/fee?basis=items&count=1", UriKind.Relative), Cancellation);
            statuses.Add(response.StatusCode);
            if (response.StatusCode == HttpStatusCode.TooManyRequests) Problem(JsonDocument
                .Parse(await response.Content.ReadAsStringAsync(Cancellation)).RootElement);
        }

        Assert.Equal(HttpStatusCode.OK, statuses[0]);
        Assert.Contains(HttpStatusCode.TooManyRequests, statuses);
    }
}
