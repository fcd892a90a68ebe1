using Disclosure.Rules.AnnualReports;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Coverage;
using Disclosure.Rules.Deadlines.Timing;
using Disclosure.Rules.Scanning;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Http;

namespace Disclosure.Gateway.RulesApi;

/// <summary>Read-only rules API (规则试算): the same functions as <c>disclosure rules</c>, usable without signing in.</summary>
public static class RulesEndpoints
{
    /// <summary>Most errors of a request that are told.</summary>
    private const int MaxErrors = 200;

    /// <summary>Maps <c>/api/rules/…</c>.</summary>
    /// <param name="endpoints">The gateway's routes.</param>
    /// <returns>The same routes.</returns>
    public static IEndpointRouteBuilder MapRules(this IEndpointRouteBuilder endpoints)
    {
        // A bad notice stops the start, not the first question.
        endpoints.ServiceProvider.GetRequiredService<AuthorityCalendars>();
        var rules = endpoints.MapGroup("/api/rules").WithTags("rules").AllowAnonymous().RequireRateLimiting(RulesRateLimit.Name)
            .ProducesProblem(StatusCodes.Status400BadRequest).ProducesProblem(StatusCodes.Status429TooManyRequests);

        // Nothing here changes anything or reads a cookie, so a form token would only keep other programs out.
        rules.DisableAntiforgery();
        rules.MapGet("/due", RulesQueries.Due).Produces<DueAnswer>()
            .WithSummary("期限试算：from=2026-02-10&days=20&unit=working|calendar|month，可带 pack=xinyuan 按该机关的工作日历");
        rules.MapGet("/clock", RulesQueries.Clock).Produces<ClockAnswer>().Produces<ClockAnswer>(StatusCodes.Status422UnprocessableEntity)
            .WithSummary("按事实计算期限：pack=bijie&limit=application.reply&facts=JSON数组；事实不合法时为 422，并列出全部错误");
        rules.MapGet("/timing", RulesQueries.Timing).Produces<TimingReading>()
            .WithSummary("公开时间试算：pack=bijie&class=finance&formed=2026-01-10，可带 published=日期,日期&planned&expires&on");
        rules.MapGet("/duty", RulesQueries.Duty).Produces<DutyAnswer>()
            .WithSummary("定期事项逐期核对：pack=jiangxi&limit=submission.monthly&since=2026-01-01，可带 done=日期,日期&on");
        rules.MapGet("/fee", RulesQueries.Fee).Produces<FeeAnswer>().WithSummary("信息处理费试算：basis=items|pages&count=45");
        rules.MapGet("/check/{kind}", RulesQueries.Check).Produces<CheckAnswer>().ProducesProblem(StatusCodes.Status405MethodNotAllowed)
            .WithSummary("标识校验：uscc、orgcode、docnumber、indexnumber");
        rules.MapGet("/packs", RulesQueries.Packs).Produces<IReadOnlyList<PackName>>().WithSummary("规则包列表");
        rules.MapGet("/packs/{pack}", RulesQueries.Pack).WithSummary("规则包内容：path=limits.application.reply")
            .ProducesProblem(StatusCodes.Status404NotFound);
        rules.MapGet("/coverage", RulesQueries.Coverage).Produces<CoverageAnswer>().WithSummary("全部规则及证明它们的测试");
        MapPosts(rules.MapGroup("").ProducesProblem(StatusCodes.Status413PayloadTooLarge));
        return endpoints;
    }

    private static void MapPosts(RouteGroupBuilder rules)
    {
        rules.MapPost("/due", RulesPosts.DueAsync).Accepts<DueRequest>("application/json").Produces<DueAnswer>().WithSummary("期限试算");
        rules.MapPost("/clock", RulesPosts.ClockAsync).Accepts<ClockRequest>("application/json").Produces<ClockAnswer>()
            .Produces<ClockAnswer>(StatusCodes.Status422UnprocessableEntity).WithSummary("按事实计算期限；事实不合法时为 422，并列出全部错误");
        rules.MapPost("/fee", RulesPosts.FeeAsync).Accepts<FeeRequest>("application/json").Produces<FeeAnswer>().WithSummary("信息处理费试算");
        rules.MapPost("/check/{kind}", RulesPosts.CheckAsync).Accepts<CheckRequest>("application/json").Produces<CheckAnswer>()
            .WithSummary("标识校验，包括身份证号码（id）");
        rules.MapPost("/check/report", RulesPosts.ReportAsync)
            .Accepts<ReportRequest>("application/json").Produces<IReadOnlyList<Violation>>()
            .WithSummary("年度报告勾稽关系核对：报告本身（可带 previous 上年报告），或 {report, previous}");
        rules.MapPost("/scan", RulesPosts.ScanAsync).Accepts<string>("text/plain").Produces<IReadOnlyList<SensitiveSpan>>()
            .WithSummary($"个人信息检测；至多 {RulesPosts.MaxSpans} 处，更多时响应头 Disclosure-Truncated 为 true");
        rules.MapPost("/validate", RulesPosts.ValidateAsync).Accepts<ValidationRequest>("application/json").Produces<ValidationAnswer>()
            .WithSummary("规则包校验：{packs:{bijie:{…}}} 覆盖内置规则包后列出错误，每个规则包至多 200 处，total 为总数");
    }

    internal static IResult Json<T>(T value, int status = StatusCodes.Status200OK)
        => TypedResults.Json(value, RulesJson.Options, statusCode: status);

    internal static IResult Refuse(IReadOnlyCollection<string> errors)
    {
        IEnumerable<string> told = errors.Count <= MaxErrors ? errors : [.. errors.Take(MaxErrors), $"另有{errors.Count - MaxErrors}处错误未列出。"];
        return Problems.Of(StatusCodes.Status400BadRequest, "rules-request", "请求有误", string.Join('\n', told));
    }

    internal static IResult Respond<T>(Answer<T> answer)
        where T : class
        => answer.Value is { } value ? Json(value) : Refuse(answer.Errors);
}
