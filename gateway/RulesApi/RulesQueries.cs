using System.Text.Json;
using Disclosure.Kernel;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Coverage;
using Disclosure.Rules.Deadlines.Timing;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Reading;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Disclosure.Gateway.RulesApi;

/// <summary>An authority whose pack can be shown.</summary>
/// <param name="Authority">Code.</param>
/// <param name="Name">Name.</param>
internal sealed record PackName(string Authority, string Name);

/// <summary>Questions that fit into an address.</summary>
internal static class RulesQueries
{
    private static readonly ProblemHttpResult PersonalDataInAddress = Problems
        .Of(StatusCodes.Status405MethodNotAllowed, "personal-data-in-address",
        "身份证号码不能写在网址里", "网址会留在日志和浏览记录中。请改用 POST，内容为 {\"value\":\"…\"}。");

    public static IResult Due(string? from, string? days, string? unit, string? pack, RulePacks packs, AuthorityCalendars calendars)
    {
        var errors = new List<string>();
        var day = Day(from, "from", errors);
        var length = Number(days, "days", errors);
        return errors.Count > 0 ? RulesEndpoints.Refuse(errors)
            : RulesPosts.Due(day, length, unit, pack, packs, calendars);
    }

    public static IResult Fee(string? basis, string? count)
    {
        var errors = new List<string>();
        var number = Number(count, "count", errors);
        return errors.Count > 0 ? RulesEndpoints.Refuse(errors) : RulesEndpoints.Respond(FeeAnswer.Create(basis ?? "", number));
    }

    public static IResult Clock(string? pack, string? limit, string? facts, string? on, RulePacks packs, AuthorityCalendars calendars,
        TimeProvider time)
    {
        if (JsonText.Fault(facts ?? "") is { } fault) return RulesEndpoints.Refuse([$"facts：{fault}。"]);
        try
        {
            using var read = JsonDocument.Parse(facts ?? "[]");
            return RulesPosts.Clock(new(pack, limit, on, read.RootElement), packs, calendars, time);
        }
        catch (JsonException failure)
        {
            return RulesEndpoints.Refuse([$"facts：不是有效的 JSON{JsonPlace.Of(failure)}。"]);
        }
    }

    public static IResult Timing(string? pack, [FromQuery(Name = "class")] string? code, string? formed, string? published, string? planned,
        string? expires, string? on,
        RulePacks packs, AuthorityCalendars calendars, TimeProvider time)
    {
        var errors = new List<string>();
        var matter = new TimedMatter(Day(formed, nameof(formed), errors), Days(published, nameof(published), errors),
            OptionalDay(planned, nameof(planned), errors), OptionalDay(expires, nameof(expires), errors));
        var today = OptionalDay(on, nameof(on), errors) ?? LegalDay.Today(time);
        return errors.Count > 0 ? RulesEndpoints.Refuse(errors)
            : RulesEndpoints.Respond(TimingAnswer.Create(calendars.Of(pack ?? ""), packs, pack ?? "", code ?? "", matter, today));
    }

    public static IResult Duty(string? pack, string? limit, string? since, string? done, string? on, RulePacks packs, TimeProvider time)
    {
        var errors = new List<string>();
        var (first, deeds) = (Day(since, nameof(since), errors), Days(done, nameof(done), errors));
        var today = OptionalDay(on, nameof(on), errors) ?? LegalDay.Today(time);
        return errors.Count > 0 ? RulesEndpoints.Refuse(errors)
            : RulesEndpoints.Respond(DutyAnswer.Create(packs, pack ?? "", limit ?? "", first, deeds, today));
    }

    public static IResult Coverage(RulePacks packs) => RulesEndpoints.Json(CoverageAnswer.Published(packs));

    public static IResult Check(string kind, string? value, HttpResponse response, TimeProvider time)
    {
        if (kind == "id")
        {
            response.Headers.Allow = HttpMethods.Post;
            return PersonalDataInAddress;
        }

        return value is null ? RulesEndpoints.Refuse(["value：缺少要核对的值。"])
            : RulesEndpoints.Respond(CheckAnswer.Create(kind, value, LegalDay.Today(time)));
    }

    public static IResult Packs(RulePacks packs) => RulesEndpoints.Json(packs.All.Select(pack => new PackName(pack.Authority, pack.Name)));

    public static IResult Pack(string pack, string? path, RulePacks packs)
        => packs.Show(pack, path) is { } part
            ? TypedResults.Text(part.ToJsonString(RulesJson.Options), "application/json")
            : new Failure(FailureKind.NotFound, "no-such-rule", "没有这条规则",
                $"规则包“{pack}”中没有{(path is null ? "内容" : $"“{path}”")}。"
                + $"可用的规则包：{string.Join("、", packs.All.Select(known => known.Authority))}。").ToProblem();

    public static DateOnly Day(string? text, string name, List<string> errors)
    {
        if (!Inputs.TryDay(text, out var day, out var error)) errors.Add($"{name}：{error}");
        return day;
    }

    private static DateOnly? OptionalDay(string? text, string name, List<string> errors) => string.IsNullOrEmpty(text) ? null
        : Day(text, name, errors);

    private static IReadOnlyList<DateOnly> Days(string? text, string name, List<string> errors)
    {
        if (!Inputs.TryDays(text, out var days, out var error)) errors.Add($"{name}：{error}");
        return days;
    }

    private static int Number(string? text, string name, List<string> errors)
    {
        if (!Inputs.TryNumber(text, out var number, out var error)) errors.Add($"{name}：{error}");
        return number;
    }
}
