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
        { "escalated", StepState.Escalated, CaseState.Open, "已提请上级审定，现在等待分管领导审批（期限 2026-03-06）。" },
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
        next = next with { Stage = 2 };
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

    [Fact]
    public async Task What_goes_on_beside_a_step_is_not_said_to_come_after_it()
    {
        await using var played = await StartAsync();
        var proof = Step("proof", "一校", StepState.Approved, Me) with { Kind = StepKind.Proof, PassesRequired = 1, PassesConfirmed = 1 };
        played.Says($"GET review/cases/{id}", Case(id, CaseState.Open, proof, Step("check", "科室自审", StepState.Open, due: Due),
            Step("deputy", "分管领导审批", StepState.Waiting) with { Stage = 2 }));

        var (_, text, _) = await played.GetAsync($"/staff/cases/{id}?done=decided&step=proof");

        Assert.Contains("已确认校对无误，同时进行的科室自审（期限 2026-03-06）办结后才进入下一步。", text, StringComparison.Ordinal);
        Assert.DoesNotContain("转科室自审", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StepState.Approved, CaseState.Open, "已认定不涉密，转科室负责人审核。")]
    [InlineData(StepState.Rejected, CaseState.Rejected, "已认定涉密，不得公开，审核终止。")]
    [InlineData(StepState.Escalated, CaseState.Held, "已提请保密行政管理部门认定，现在等待涉密认定（报保密行政管理部门）。")]
    public async Task Who_determined_a_secrecy_is_told_what_was_determined(StepState state, CaseState end, string words)
    {
        await using var played = await StartAsync();
        var held = end == CaseState.Open ? StepState.Open : end == CaseState.Held ? StepState.Held : StepState.Cancelled;
        var asked = Step("escalation-1", "涉密认定（报保密行政管理部门）", end == CaseState.Held ? StepState.Open : StepState.Cancelled,
            determines: true);
        var review = Case(id, end, Step("determination-1", "涉密认定", state, Me, determines: true), Step("head", "科室负责人审核", held), asked);
        played.Says($"GET review/cases/{id}", review with { FoundSecret = end == CaseState.Rejected });

        var (_, text, _) = await played.GetAsync($"/staff/cases/{id}?done=decided&step=determination-1");

        Assert.Contains(words, text, StringComparison.Ordinal);
        foreach (var absent in (string[])["上级审定", "不予通过"]) Assert.DoesNotContain(absent, text, StringComparison.Ordinal);
        if (end != CaseState.Rejected) return;
        Assert.Contains(">认定涉密，不得公开</span>", text, StringComparison.Ordinal);
        var (_, sheet, _) = await played.GetAsync($"/staff/cases/{id}/sheet");
        Assert.Matches("审核结论</th><td[^>]*>认定涉密，不得公开", sheet);
    }

    [Fact]
    public async Task What_is_wrong_with_the_days_of_a_pre_disclosure_stands_out_for_the_reviewer()
    {
        await using var played = await StartAsync();
        played.Says($"GET review/cases/{id}", Case(id, CaseState.Open, Step("head", "科室负责人审核", StepState.Open)) with
        {
            Snapshot = new Contracts.Review.ReviewSnapshot("正文", [new(SnapshotFields.PreDisclosureFault, "预公开期间须注意", "只有 14 日")]),
        });
        var (_, text, _) = await played.GetAsync($"/staff/cases/{id}");
        Assert.Contains("<dd class=\"fault\">只有 14 日</dd>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrections_of_a_proof_that_came_too_late_are_kept_in_pairs_and_the_proof_was_no_approval()
    {
        await using var played = await StartAsync();
        var proof = Step("proof", "一校", StepState.Approved, Me) with { Kind = StepKind.Proof, PassesRequired = 1 };
        played.Says($"GET review/cases/{id}", Case(id, CaseState.Open, proof));
        played.Refuses($"POST review/cases/{id}/decisions", HttpStatusCode.Conflict, "step-is-decided", "这个环节已经办结");
        var (_, text, _) = await played.PostAsync($"/staff/cases/{id}", "decide-proof", ("outcome", "return"), ("reason", "用词"),
            ("original", "甲"), ("corrected", "乙"), ("original", ""), ("corrected", ""), ("original", "丙"), ("corrected", "丁"));
        Assert.Equal(["原文 1=甲", "应为 1=乙", "原文 3=丙", "应为 3=丁"], Regex.Matches(text,
            "<label[^>]*>((?:原文|应为)[^<]*)</label>\\s*<textarea[^>]*>\\n?([^<]*)</textarea>")
            .Select(kept => $"{kept.Groups[1]}={kept.Groups[2]}"));
        Assert.Contains("您已在另一页面办理过：校对无误", Box(text), StringComparison.Ordinal);
        Assert.Contains("href=\"#unsent\"", Box(text), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_course_of_a_case_says_in_whose_place_a_step_was_taken_and_folds_long_reasons()
    {
        await using var played = await StartAsync();
        var reason = new string('长', 200) + "完";
        played.Says($"GET review/cases/{id}", Case(id, CaseState.Returned,
            Step("head", "科室负责人审核", StepState.Returned, "3") with { Reason = reason }) with
        {
            ConclusionReason = reason,
            History = [Done("returned", "head", reason) with { OnBehalfOfName = "毕节·主任" }],
        });

        var (_, text, _) = await played.GetAsync($"/staff/cases/{id}");

        Assert.Contains("毕节·3（代毕节·主任）", text, StringComparison.Ordinal);
        // In the course and in the history; the conclusion does not say it again.
        Assert.Equal(2, Regex.Count(text, "<details class=\"long\">"));
        Assert.Equal(2, Regex.Count(text, $"<div class=\"lines\">{reason}</div>"));
    }

    [Fact]
    public async Task The_row_of_a_correction_that_does_not_fit_is_the_one_that_is_named()
    {
        await using var played = await StartAsync();
        var proof = Step("proof", "一校", StepState.Open) with { Kind = StepKind.Proof, PassesRequired = 1 };
        played.Says($"GET review/cases/{id}", Case(id, CaseState.Open, proof) with
        {
            Decisions = [new DecisionView("proof", [StepOutcome.Approve, StepOutcome.Return], false, [], [], true)],
        });
        played.Says($"POST review/cases/{id}/decisions", HttpStatusCode.UnprocessableEntity, new
        {
            type = "https://disclosure.example/problems/correction-is-not-in-text",
            title = "第 2 处改正有误",
            detail = "请从送审稿中照抄需要更正的文字。",
            status = 422,
            errors = new Dictionary<string, string[]> { ["corrections.1"] = ["第 2 处改正：送审稿中没有这处原文"] },
        });

        // A row that was left empty counts for nothing, here as at the service.
        var (_, text, _) = await played.PostAsync($"/staff/cases/{id}", "decide-proof", ("outcome", "return"), ("reason", "用词"),
            ("original", "甲"), ("corrected", "乙"), ("original", ""), ("corrected", ""), ("original", "丙"), ("corrected", "丁"));

        Assert.Contains("<a href=\"#decide-proof-corrections.1\">第 2 处改正：送审稿中没有这处原文</a>", Box(text), StringComparison.Ordinal);
        var input = Assert.Single(Regex.Matches(text, "<input[^>]*name=\"original\"[^>]*>"), one => one.Value.Contains("aria-invalid",
            StringComparison.Ordinal)).Value;
        Assert.Contains("value=\"丙\"", input, StringComparison.Ordinal);
        Assert.Contains("id=\"decide-proof-corrections.1\"", input, StringComparison.Ordinal);
        // What is wrong comes before what to do about it.
        Assert.True(Box(text).IndexOf("没有这处原文", StringComparison.Ordinal) < Box(text).IndexOf("请从送审稿中照抄", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(StepState.Approved, "determined", "认定不涉密")]
    [InlineData(StepState.Rejected, "determined-secret", "认定涉密")]
    [InlineData(StepState.Escalated, "determination-escalated", "已提请保密行政管理部门认定")]
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

        Assert.DoesNotContain("不予通过", page, StringComparison.Ordinal);
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
            Decisions = [new DecisionView("head", [StepOutcome.Approve, StepOutcome.Hold], false, [], [], true),
                new DecisionView("proof", [StepOutcome.Approve, StepOutcome.Return], false, [], [], true)],
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
            Decisions = [new DecisionView("head", [StepOutcome.Approve, StepOutcome.Return], false, [], [], true)],
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
