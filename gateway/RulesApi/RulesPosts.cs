using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Disclosure.Kernel;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Reading;
using Disclosure.Rules.Scanning;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Http;

namespace Disclosure.Gateway.RulesApi;

internal sealed record DueRequest(string? From, int? Days, string? Unit, string? Pack);

internal sealed record ClockRequest(string? Pack, string? Limit, string? On, JsonElement Facts);

internal sealed record FeeRequest(string? Basis, int? Count);

internal sealed record CheckRequest(string? Value);

/// <summary>The report as the command line takes it, or the report beside the one of the year before.</summary>
internal sealed record ReportRequest(JsonElement Report, JsonElement? Previous);

internal sealed record ValidationRequest(Dictionary<string, JsonElement>? Packs);

/// <summary>Questions that need a body; each body is bounded.</summary>
internal static partial class RulesPosts
{
    /// <summary>Largest JSON body, bytes.</summary>
    public const int MaxJson = 256 * 1024;

    /// <summary>Largest body with packs to validate, bytes; the six of this platform have a fifth of it.</summary>
    public const int MaxPackJson = 1024 * 1024;

    /// <summary>Most packs to validate at once.</summary>
    public const int MaxPacks = 20;

    /// <summary>Longest code of an authority: it is told with each of its pack's faults.</summary>
    private const int MaxCode = 50;

    /// <summary>Largest text to scan, bytes.</summary>
    public const int MaxText = 1024 * 1024;

    /// <summary>Most spans in an answer; a header says when there were more.</summary>
    public const int MaxSpans = 1000;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 16,
        AllowDuplicateProperties = false,
    };

    public static Task<IResult> DueAsync(HttpRequest request, RulePacks packs, AuthorityCalendars calendars)
        => WithAsync<DueRequest>(request, body =>
    {
        var errors = new List<string>();
        var from = RulesQueries.Day(body.From, "from", errors);
        if (body.Days is null) errors.Add("days：缺少数字。");
        return errors.Count > 0 ? RulesEndpoints.Refuse(errors)
            : Due(from, body.Days!.Value, body.Unit, body.Pack, packs, calendars);
    });

    /// <summary>Computes a last day by the calendar of an authority, or by the national one.</summary>
    public static IResult Due(DateOnly from, int days, string? unit, string? pack, RulePacks packs, AuthorityCalendars calendars)
    {
        if (pack is not null && !packs.TryGet(pack, out _)) return RulesEndpoints.Refuse([$"pack：{DutyAnswer.NoPack(packs, pack)}"]);
        var calendar = pack is null ? calendars.National : calendars.Of(pack);
        return RulesEndpoints.Respond(DueAnswer.Create(calendar, from, days, unit ?? "working"));
    }

    public static Task<IResult> ClockAsync(HttpRequest request, RulesLimiter limiter, RulePacks packs, AuthorityCalendars calendars,
        TimeProvider time)
        => WithAsync<ClockRequest>(request, body => Clock(body, packs, calendars, time), limiter: limiter);

    /// <summary>Reads the clock; illegal facts are 422 and told with the reading.</summary>
    public static IResult Clock(ClockRequest body, RulePacks packs, AuthorityCalendars calendars, TimeProvider time)
    {
        var errors = new List<string>();
        var today = body.On is null ? LegalDay.Today(time) : RulesQueries.Day(body.On, "on", errors);
        if (body.Pack is null) errors.Add("pack：缺少规则包。");
        if (body.Limit is null) errors.Add("limit：缺少期限代码。");
        var facts = FactsJson.Read(body.Facts);
        errors.AddRange(facts.Errors.Select(error => "facts" + error[1..]));
        if (errors.Count > 0) return RulesEndpoints.Refuse(errors);
        var answer = ClockAnswer.Create(calendars.Of(body.Pack!), packs, body.Pack!, body.Limit!, facts.Facts, today);
        if (answer.Value is not { } clock) return RulesEndpoints.Refuse(answer.Errors);
        return RulesEndpoints.Json(clock, clock.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    public static Task<IResult> FeeAsync(HttpRequest request) => WithAsync<FeeRequest>(request, body =>
        body.Count is { } count ? RulesEndpoints.Respond(FeeAnswer.Create(body.Basis ?? "", count))
            : RulesEndpoints.Refuse(["count：缺少数字。"]));

    public static Task<IResult> CheckAsync(string kind, HttpRequest request, TimeProvider time) => WithAsync<CheckRequest>(request, body =>
        body.Value is { } value ? RulesEndpoints.Respond(CheckAnswer.Create(kind, value, LegalDay.Today(time)))
            : RulesEndpoints.Refuse(["value：缺少要核对的值。"]));

    /// <summary>Takes <c>{"report":…,"previous":…}</c>, or the report itself with an optional <c>previous</c> member.</summary>
    public static Task<IResult> ReportAsync(HttpRequest request, RulesLimiter limiter) => WithAsync<JsonElement>(request, body =>
    {
        if (body.ValueKind != JsonValueKind.Object) return RulesEndpoints.Refuse(["$：应为对象。"]);
        var previous = body.TryGetProperty("previous", out var before) && before.ValueKind != JsonValueKind.Null ? before.GetRawText()
            : null;
        if (!body.TryGetProperty("report", out var wrapped)) return RulesEndpoints
            .Respond(ReportAnswer.Create(Without(body, "previous"), previous));
        var others = body.EnumerateObject().Where(member => member.Name is not ("report" or "previous"))
            .Select(member => $"{Excerpt.Of(member.Name)}：不是核对年度报告的内容。").ToList();
        return others.Count > 0 ? RulesEndpoints.Refuse(others)
            : RulesEndpoints.Respond(ReportAnswer.Create(wrapped.GetRawText(), previous));
    }, limiter: limiter);

    // By text and not by a model: a member that is there twice has to be told.
    private static string Without(JsonElement body, string name)
        => "{" + string.Join(',', body.EnumerateObject().Where(member => member.Name != name)
            .Select(member => $"{JsonSerializer.Serialize(member.Name)}:{member.Value.GetRawText()}")) + "}";

    public static Task<IResult> ValidateAsync(HttpRequest request, RulesLimiter limiter) => WithAsync<ValidationRequest>(request, body =>
    {
        if (body.Packs is not { Count: > 0 } packs) return RulesEndpoints.Refuse(["packs：缺少规则包，应为 {\"bijie\":{…}}。"]);
        if (packs.Count > MaxPacks) return RulesEndpoints.Refuse([$"packs：不应超过 {MaxPacks} 个规则包。"]);
        var unnamed = packs.Keys.Where(name => name.Length > MaxCode || !PackFileName().IsMatch(name))
            .Select(name => $"packs：“{Excerpt.Of(name)}”不是机关代码。").ToList();
        if (unnamed.Count > 0) return RulesEndpoints.Refuse(unnamed);
        var texts = packs.ToDictionary(pack => pack.Key + ".json", pack => pack.Value.GetRawText());
        return RulesEndpoints.Json(ValidationAnswer.Of(RulePacks.ValidateTexts(texts)));
    }, MaxPackJson, limiter);

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex PackFileName();

    public static async Task<IResult> ScanAsync(HttpRequest request, RulesLimiter limiter)
    {
        var text = await Body.ReadAsync(request, MaxText);
        return await limiter.WorkAsync(request.HttpContext, () => text.ToResult(value =>
        {
            var spans = SensitiveDataScanner.Scan(value, MaxSpans, out var more);
            if (more) request.HttpContext.Response.Headers["Disclosure-Truncated"] = "true";
            return RulesEndpoints.Json(spans);
        }));
    }

    /// <summary>Answers a question in JSON; a costly one at the limiter.</summary>
    private static async Task<IResult> WithAsync<T>(HttpRequest request, Func<T, IResult> answer, int maxBytes = MaxJson,
        RulesLimiter? limiter = null)
    {
        var text = await Body.ReadAsync(request, maxBytes);
        return limiter is null ? Answer() : await limiter.WorkAsync(request.HttpContext, Answer);

        IResult Answer() => text.ToResult(json =>
        {
            if (JsonText.Fault(json) is { } fault) return RulesEndpoints.Refuse([$"$：{fault}。"]);
            try
            {
                return JsonSerializer.Deserialize<T>(json, Strict) is { } body ? answer(body) : RulesEndpoints.Refuse(["$：应为对象。"]);
            }
            catch (JsonException failure)
            {
                return RulesEndpoints.Refuse([$"{Excerpt.Of(failure.Path ?? "$")}：内容无法识别（第 {failure.LineNumber + 1} 行）。"]);
            }
        });
    }
}
