using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Rules.AnnualReports;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Scanning;
using Disclosure.ServiceDefaults.Http;

namespace Disclosure.Gateway.RulesApi;

internal sealed record DueRequest(string? From, int? Days, string? Unit);

internal sealed record ClockRequest(string? Pack, string? Limit, string? On, JsonElement Facts);

internal sealed record FeeRequest(string? Basis, int? Count);

internal sealed record CheckRequest(string? Value);

internal sealed record ReportRequest(JsonElement Report, JsonElement? Previous);

/// <summary>Questions that need a body; each body is bounded.</summary>
internal static class RulesPosts
{
    /// <summary>Largest JSON body, bytes.</summary>
    public const int MaxJson = 256 * 1024;

    /// <summary>Largest text to scan, bytes.</summary>
    public const int MaxText = 1024 * 1024;

    /// <summary>Most spans in an answer; a header says when there were more.</summary>
    public const int MaxSpans = 1000;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        MaxDepth = 16,
    };

    public static Task<IResult> DueAsync(HttpRequest request, WorkingCalendar calendar) => WithAsync<DueRequest>(request, body =>
    {
        var errors = new List<string>();
        var from = RulesQueries.Day(body.From, "from", errors);
        if (body.Days is null) errors.Add("days：缺少数字。");
        return errors.Count > 0 ? RulesEndpoints.Refuse(errors)
            : RulesEndpoints.Respond(DueAnswer.Create(calendar, from, body.Days!.Value, body.Unit ?? "working"));
    });

    public static Task<IResult> ClockAsync(HttpRequest request, RulePacks packs, WorkingCalendar calendar, TimeProvider time) => WithAsync<ClockRequest>(request, body =>
    {
        var errors = new List<string>();
        var today = body.On is null ? LegalDay.Today(time) : RulesQueries.Day(body.On, "on", errors);
        if (body.Pack is null) errors.Add("pack：缺少规则包。");
        if (body.Limit is null) errors.Add("limit：缺少期限代码。");
        var facts = FactsJson.Read(body.Facts);
        errors.AddRange(facts.Errors.Select(error => "facts" + error[1..]));
        if (errors.Count > 0) return RulesEndpoints.Refuse(errors);
        var answer = ClockAnswer.Create(calendar, packs, body.Pack!, body.Limit!, facts.Facts, today);
        if (answer.Value is not { } clock) return RulesEndpoints.Refuse(answer.Errors);
        return RulesEndpoints.Json(clock, clock.Errors.Count > 0 ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    });

    public static Task<IResult> FeeAsync(HttpRequest request) => WithAsync<FeeRequest>(request, body =>
        body.Count is { } count ? RulesEndpoints.Respond(FeeAnswer.Create(body.Basis ?? "", count)) : RulesEndpoints.Refuse(["count：缺少数字。"]));

    public static Task<IResult> CheckAsync(string kind, HttpRequest request, TimeProvider time) => WithAsync<CheckRequest>(request, body =>
        body.Value is { } value ? RulesEndpoints.Respond(CheckAnswer.Create(kind, value, LegalDay.Today(time)))
            : RulesEndpoints.Refuse(["value：缺少要核对的值。"]));

    public static Task<IResult> ReportAsync(HttpRequest request) => WithAsync<ReportRequest>(request, body =>
    {
        if (body.Report.ValueKind == JsonValueKind.Undefined) return RulesEndpoints.Refuse(["report：缺少年度报告。"]);
        var now = AnnualReportReader.Read(body.Report.GetRawText());
        var before = body.Previous is { } previous ? AnnualReportReader.Read(previous.GetRawText()) : null;
        return RulesEndpoints.Json<IReadOnlyList<Violation>>(
            [.. now.Violations, .. (before?.Violations ?? []).Select(OfPrevious), .. now.Report?.Check(before?.Report) ?? []]);
    });

    public static async Task<IResult> ScanAsync(HttpRequest request)
    {
        var text = await Body.ReadAsync(request, MaxText);
        return text.ToResult(value =>
        {
            var spans = SensitiveDataScanner.Scan(value);
            if (spans.Count <= MaxSpans) return RulesEndpoints.Json(spans);
            request.HttpContext.Response.Headers["Disclosure-Total"] = spans.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return RulesEndpoints.Json(spans.Take(MaxSpans));
        });
    }

    private static Violation OfPrevious(Violation violation)
        => violation with { Cells = [.. violation.Cells.Select(cell => "previous." + cell)], Message = "上年报告 " + violation.Message };

    private static async Task<IResult> WithAsync<T>(HttpRequest request, Func<T, IResult> answer)
    {
        var text = await Body.ReadAsync(request, MaxJson);
        return text.ToResult(json =>
        {
            try
            {
                return JsonSerializer.Deserialize<T>(json, Strict) is { } body ? answer(body) : RulesEndpoints.Refuse(["$：应为对象。"]);
            }
            catch (JsonException failure)
            {
                return RulesEndpoints.Refuse([$"{failure.Path ?? "$"}：内容无法识别（第 {failure.LineNumber + 1} 行）。"]);
            }
        });
    }
}
