using System.Net;
using System.Text.RegularExpressions;
using Disclosure.Contracts;
using Disclosure.Contracts.Review.Api;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Xunit;
using static Disclosure.Gateway.Tests.Workbench.PlayedServices;

namespace Disclosure.Gateway.Tests.Workbench;

/// <summary>What a reviewer is told after a decision, and where it came too late.</summary>
public sealed class CasePageTests
{
    private const string Me = "1";

    private static readonly DateOnly Due = new(2026, 3, 6);

    private readonly Guid id = Guid.CreateVersion7();

    public static TheoryData<string, StepState, CaseState, string> Decisions => new()
    {
        { "returned", StepState.Returned, CaseState.Returned, "已退回毕节·信息员修改。" },
        { "rejected", StepState.Rejected, CaseState.Rejected, "已办理：不予通过，审核终止。" },
        { "passed on", StepState.Approved, CaseState.Open, "已通过，转分管领导审批（期限 2026-03-06）。" },
        { "escalated", StepState.Escalated, CaseState.Open, "已提请上级审定，转分管领导审批（期限 2026-03-06）。" },
        { "published", StepState.Approved, CaseState.Approved, "已通过，全部环节办结，正在公开。" },
        { "released", StepState.Bypassed, CaseState.Approved, "已越级放行，全部环节办结，正在公开。" },
    };

    [Theory]
    [MemberData(nameof(Decisions))]
    public async Task After_a_decision_the_page_says_what_was_decided_where_it_went_and_what_is_next(string _, StepState step,
        CaseState state, string words)
    {
        await using var played = await StartAsync();
        var next = Step("deputy", "分管领导审批", state == CaseState.Open ? StepState.Open : StepState.Cancelled, due: Due);
        played.Says($"GET review/cases/{id}", Case(id, state, Step("head", "科室负责人审核", step, Me), next));
        played.Says("GET review/work", new Page<WorkItem>([Task(id), Task(Guid.Parse("0198ab00-0000-7000-8000-000000000001"))], null));
        played.Says("GET review/work/counts", new WorkCounts(2, 0, 0, 0));

        var (_, text, _) = await played.GetAsync($"/staff/cases/{id}?done=decided&step=head");

        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Contains("href=\"/staff/cases/0198ab00-0000-7000-8000-000000000001\">办理下一件（还有 2 件）", text, StringComparison.Ordinal);
        Assert.Contains("回到待办", text, StringComparison.Ordinal);
        // What has ended is due no more.
        Assert.Equal(state == CaseState.Open, text.Contains("期限 2026-03-06</span>", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(StepState.Approved, "determined", "认定不涉密")]
    [InlineData(StepState.Rejected, "rejected", "认定涉密")]
    [InlineData(StepState.Escalated, "escalated", "已提请保密行政管理部门认定")]
    public async Task What_was_determined_and_why_it_was_held_stand_on_the_page_and_on_the_form(StepState state, string act, string words)
    {
        await using var played = await StartAsync();
        var review = Case(id, CaseState.Returned, Step("head", "科室负责人审核", StepState.Cancelled),
            Step("determination", "涉密认定", state, "3", determines: true));
        played.Says($"GET review/cases/{id}", review with
        {
            History = [Done("held", "head", "涉密情况不明，请确定"), Done(act, "determination", null)],
        });

        var (_, page, _) = await played.GetAsync($"/staff/cases/{id}");
        var (_, sheet, _) = await played.GetAsync($"/staff/cases/{id}/sheet");

        foreach (var text in (string[])[page, sheet])
        {
            Assert.Contains(words, text, StringComparison.Ordinal);
            Assert.Contains("涉密情况不明，请确定", text, StringComparison.Ordinal);
        }

        Assert.Contains("<strong>暂缓</strong>：涉密情况不明", sheet, StringComparison.Ordinal);
        Assert.DoesNotContain("<strong>通过</strong>", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whom_a_hold_goes_to_is_chosen_by_nobody_beforehand_and_a_proof_has_room_for_corrections()
    {
        await using var played = await StartAsync();
        var proof = Step("proof", "一校", StepState.Open) with { Kind = StepKind.Proof, PassesRequired = 1 };
        played.Says($"GET review/cases/{id}", Case(id, CaseState.Open, Step("head", "科室负责人审核", StepState.Open), proof) with
        {
            Decisions = [new DecisionView("head", [StepOutcome.Approve, StepOutcome.Hold], false, []),
                new DecisionView("proof", [StepOutcome.Approve, StepOutcome.Return], false, [])],
        });

        var (_, text, _) = await played.GetAsync($"/staff/cases/{id}");

        Assert.Matches("name=\"holdTo\"[^>]*>\\s*<option value(=\"\")?>请选择</option>", text);
        Assert.Equal(8, Regex.Count(text, "name=\"original\""));
    }

    private static ActView Done(string act, string step, string? reason)
        => new(DateTimeOffset.UnixEpoch, act, "3", "毕节·科室负责人", null, null, "head", "art", step, null, reason, null);

    [Fact]
    public async Task Of_a_step_that_somebody_else_decided_nothing_is_claimed()
    {
        await using var played = await StartAsync();
        played.Says($"GET review/cases/{id}", Case(id, CaseState.Returned, Step("head", "科室负责人审核", StepState.Returned, "3")));
        foreach (var step in (string[])["head", "nothing", ""])
        {
            var (_, text, _) = await played.GetAsync($"/staff/cases/{id}?done=decided&step={step}");
            Assert.Contains("审核意见已提交。", text, StringComparison.Ordinal);
            Assert.DoesNotContain("已退回毕节", text, StringComparison.Ordinal);
            Assert.DoesNotContain("办理下一件", text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(Me, CaseState.Returned, "您已在另一页面办理过：退回")]
    [InlineData(null, CaseState.Withdrawn, "起草人已撤回送审，不必办理")]
    [InlineData("3", CaseState.Returned, "该件已经办结")]
    public async Task Who_comes_too_late_learns_who_was_first_and_keeps_the_words(string? by, CaseState state, string words)
    {
        await using var played = await StartAsync();
        played.Says($"GET review/cases/{id}",
            Case(id, state, Step("head", "科室负责人审核", by is null ? StepState.Cancelled : StepState.Returned, by, Due)));
        played.Refuses($"POST review/cases/{id}/decisions", HttpStatusCode.Conflict, "case-is-concluded", "该件已经办结", "某人已办理。");

        var (status, text, _) = await played.PostAsync($"/staff/cases/{id}", "decide-head", ("outcome", "return"), ("reason", "请核对日期"));

        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains(words, Box(text), StringComparison.Ordinal);
        Assert.Equal(by == "3", Box(text).Contains("该件已经办结", StringComparison.Ordinal));
        Assert.Contains("请核对日期</textarea>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("期限 2026-03-06", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("outcome=return", "请填写理由")]
    [InlineData("", "没有选择审核意见")]
    public async Task What_is_missing_is_said_once_and_names_no_decision_that_is_not_offered(string field, string words)
    {
        await using var played = await StartAsync();
        played.Says($"GET review/cases/{id}", Case(id, CaseState.Open, Step("head", "科室负责人审核", StepState.Open)) with
        {
            Decisions = [new DecisionView("head", [StepOutcome.Approve, StepOutcome.Return], false, [])],
        });
        var (status, text, _) = await played.PostAsync($"/staff/cases/{id}", "decide-head",
            [.. field.Split('=') is [var name, var value] ? [(name, value)] : Array.Empty<(string, string)>()]);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Equal(2, Box(text).Split(words).Length);
        Assert.Matches($"<a href=\"#decide-head-(reason|outcome)\">{words}", Box(text));
        Assert.DoesNotContain("越级放行", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"POST review/cases/{id}/decisions", played.Asked);
    }

    /// <summary>What the box above the page says.</summary>
    internal static string Box(string page) => Regex.Match(page, "id=\"problem\".*?</div>\\s*<(div class=\"case\"|form|dl|p|section|nav)",
        RegexOptions.Singleline).Value;

    private static WorkItem Task(Guid subject) => new(SubjectKinds.ReviewCase, subject, "某公告", "审核", null, DateTimeOffset.UnixEpoch,
        null, null, null, [], null, $"/staff/cases/{subject}", "20260306");
}
