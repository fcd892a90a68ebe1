using System.Net;
using System.Text.RegularExpressions;
using Disclosure.Contracts.Review;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Http;
using Xunit;
using static Disclosure.Gateway.Tests.Workbench.PlayedServices;

namespace Disclosure.Gateway.Tests.Workbench;

/// <summary>What a reviewer sees of findings and files, and how findings are answered one by one.</summary>
public sealed class FindingPageTests
{
    private const string Mobile = "body/mobile-phone";
    private const string Fixed = "body/fixed-phone";

    private static readonly string Digest = new('a', 64);

    private readonly Guid id = Guid.CreateVersion7();

    [Fact]
    public async Task Findings_stand_in_groups_by_what_they_ask_of_the_reviewer()
    {
        await using var played = await StartAsync();
        played.Says($"GET review/cases/{id}", Waiting());

        var (_, text, _) = await played.GetAsync($"/staff/cases/{id}");

        Assert.Equal(["禁止公开（1 项）", "须逐项确认（2 项）", "提示（1 项）"],
            Regex.Matches(text, "<h3>([^<]+)</h3>").Select(heading => heading.Groups[1].Value));
        Assert.Contains("class=\"finding-blocking\"><strong>附件“名单.xlsx”中疑似有银行卡号</strong>", text, StringComparison.Ordinal);
        Assert.Contains("不得向社会公开，请退回遮盖。", text, StringComparison.Ordinal);
        // Four places are folded, one is not; what is not listed is counted.
        Assert.Matches("<summary>查看位置（25 处）</summary>\\s*<ul class=\"spots\">", text);
        Assert.Contains("另有 21 处没有逐一列出", text, StringComparison.Ordinal);
        Assert.Contains("<li>0857-****293（第 1 行）</li>", text, StringComparison.Ordinal);
        Assert.Contains("确需公开（毕节·科室负责人，科室负责人审核，1970-01-01 08:00）：办公电话", text, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(text, "还没有人说明理由"));
    }

    [Fact]
    public async Task Each_finding_that_waits_has_a_labelled_field_and_an_earlier_answer_may_be_put_in_other_words()
    {
        await using var played = await StartAsync();
        played.Says($"GET review/cases/{id}", Waiting());

        var (_, text, _) = await played.GetAsync($"/staff/cases/{id}");

        Assert.Matches($"<fieldset class=\"field answers\" id=\"decide-head-disclosed\">\\s*<legend>须逐项确认（选择“通过”时填写）</legend>", text);
        Assert.Contains($"<label class=\"form-label\" for=\"decide-head-disclosed.{Mobile}\">确需公开的理由：正文中的手机号码（25 处）", text,
            StringComparison.Ordinal);
        Assert.Matches($"<textarea[^>]*id=\"decide-head-disclosed.{Mobile}\" name=\"Disclosed\\[{Mobile}\\]\"", text);
        // What was said in the round before is told, and counts for nothing until somebody says it again.
        Assert.Contains("上一次送审时 毕节·科室负责人 说明：值班手机", text, StringComparison.Ordinal);
        Assert.DoesNotContain("值班手机</textarea>", text, StringComparison.Ordinal);
        Assert.Matches("<details class=\"field\">\\s*<summary>改写已经说明的理由（1 项）</summary>", text);
        Assert.Contains("毕节·科室负责人 已说明：办公电话", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reasons_go_with_an_approval_and_with_nothing_else()
    {
        await using var played = await StartAsync();
        played.Says($"GET review/cases/{id}", Waiting());
        played.Says($"POST review/cases/{id}/decisions", HttpStatusCode.NoContent, new { });

        foreach (var (outcome, sent) in new[] { ("approve", 1), ("return", 0) })
        {
            await PostAsync(played, outcome, ("reason", "请遮盖"), (Input(Mobile), "值班手机"), (Input(Fixed), "  "));
            var decision = played.Sent<DecisionRequest>($"POST review/cases/{id}/decisions");
            Assert.Equal(sent, decision.Disclosed!.Count);
            Assert.All(decision.Disclosed, answer => Assert.Equal(new DisclosedFinding(Mobile, "值班手机"), answer));
        }
    }

    [Fact]
    public async Task What_is_missing_or_unfit_is_said_at_its_field_and_nothing_typed_is_lost()
    {
        await using var played = await StartAsync();
        var review = Waiting();
        played.Says($"GET review/cases/{id}", review with
        {
            Decisions = [review.Decisions[0] with { ToAnswer = [Mobile, Fixed] }],
        });
        Refuses(played, "findings-are-unanswered", "须逐项确认的内容还没有说明理由", "disclosed");

        var (status, text, _) = await PostAsync(played, "approve", (Input(Fixed), "办公室电话"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains($"<a href=\"#decide-head-disclosed.{Mobile}\">正文中的手机号码（25 处）：没有填写确需公开的理由</a>", CasePageTests.Box(text),
            StringComparison.Ordinal);
        Assert.DoesNotContain("固定电话", CasePageTests.Box(text), StringComparison.Ordinal);
        Assert.Contains("办公室电话</textarea>", text, StringComparison.Ordinal);
        Assert.Matches($"<textarea[^>]*id=\"decide-head-disclosed.{Mobile}\"[^>]*aria-invalid=\"true\"", text);

        Refuses(played, "disclosed-reason-is-unreadable", "确需公开的理由有误", "disclosed.0");
        (_, text, _) = await PostAsync(played, "approve", (Input(Fixed), "办公室电话"));
        Assert.Contains($"<a href=\"#decide-head-disclosed.{Fixed}\">正文中的固定电话（1 处）：有误</a>", CasePageTests.Box(text),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_are_listed_with_type_size_and_a_link_and_are_printed_with_the_answers()
    {
        await using var played = await StartAsync();
        played.Says($"GET review/cases/{id}", Waiting());

        var (_, page, _) = await played.GetAsync($"/staff/cases/{id}");
        Assert.Contains($"<a href=\"/api/review/bijie/cases/{id}/files/{Digest}\" data-enhance-nav=\"false\" download>名单.xlsx</a>", page,
            StringComparison.Ordinal);
        Assert.Contains("Excel 表格，21 KB", page, StringComparison.Ordinal);

        var (_, sheet, _) = await played.GetAsync($"/staff/cases/{id}/sheet");
        Assert.Contains("名单.xlsx（Excel 表格，21 KB）", sheet, StringComparison.Ordinal);
        Assert.Contains("确需公开：办公电话（毕节·科室负责人）", sheet, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_difference_shows_files_that_came_went_and_were_replaced()
    {
        await using var played = await StartAsync();
        var previous = Guid.CreateVersion7();
        var (old, replaced) = (new FileVersionView("二.pdf", 900, new string('b', 64)), new FileVersionView("二.pdf", 1024, Digest));
        played.Says($"GET review/cases/{id}/difference", new DifferenceView(previous, [], [], [], [],
            [new(old, replaced), new(null, replaced with { Name = "四.pdf" }), new(old with { Name = "三.pdf" }, null)]));

        var (_, text, _) = await played.GetAsync($"/staff/cases/{id}/difference");

        Assert.Equal(["替换", "新增", "删去"], Regex.Matches(text, "data-label=\"变化\">([^<]+)<").Select(cell => cell.Groups[1].Value));
        Assert.Contains($"/cases/{previous}/files/{old.Digest}\" data-enhance-nav=\"false\" download>二.pdf（900 字节）", text,
            StringComparison.Ordinal);
        Assert.Contains($"/cases/{id}/files/{Digest}\" data-enhance-nav=\"false\" download>二.pdf（1 KB）", text, StringComparison.Ordinal);
    }

    private Task<(HttpStatusCode Status, string Text, HttpResponseMessage Answer)> PostAsync(PlayedServices played, string outcome,
        params IEnumerable<(string Name, string Value)> fields)
        => played.PostAsync($"/staff/cases/{id}", "decide-head", [("outcome", outcome), ("digest", "digest"), .. fields]);

    private static string Input(string key) => Uri.EscapeDataString($"Disclosed[{key}]");

    private void Refuses(PlayedServices played, string code, string title, string field)
        => played.Says($"POST review/cases/{id}/decisions", HttpStatusCode.UnprocessableEntity, new
        {
            type = Problems.TypePrefix + code,
            title,
            status = 422,
            errors = new Dictionary<string, string[]> { [field] = ["有误"] },
        });

    private CaseView Waiting()
    {
        IReadOnlyList<SpotView> four = [.. Enumerable.Range(1, 4).Select(line => new SpotView("138****8000", $"第 {line} 行"))];
        return Case(id, CaseState.Open, Step("head", "科室负责人审核", StepState.Open)) with
        {
            Decisions = [new DecisionView("head", [StepOutcome.Approve, StepOutcome.Return], false, [], [Mobile], true)],
            Snapshot = new ReviewSnapshot("正文", [],
                [new SnapshotFile("名单.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", 20_992, Digest, [])]),
            Findings =
            [
                new("personal-data", FindingLevel.Warning, "正文中疑似有手机号码，共 25 处", "确需公开的请核对，否则请退回遮盖。", 1, "正文中的手机号码", Mobile, 25,
                    four, Earlier: new FindingAnswerView("值班手机", "3", "毕节·科室负责人", "head", DateTimeOffset.UnixEpoch)),
                new("personal-data", FindingLevel.Warning, "正文中疑似有固定电话", "确需公开的请核对，否则请退回遮盖。", 1, "正文中的固定电话", Fixed, 1,
                    [new SpotView("0857-****293", "第 1 行")],
                    new FindingAnswerView("办公电话", "3", "毕节·科室负责人", "head", DateTimeOffset.UnixEpoch)),
                new("personal-data", FindingLevel.Blocking, "附件“名单.xlsx”中疑似有银行卡号", "不得向社会公开，请退回遮盖。", null,
                    "附件“名单.xlsx”中的银行卡号", "file-aaaaaaaaaaaaaaaa/bank-card", 1, [new SpotView("6222****0128", "工作表‘名单’")]),
                new("pre-disclosure-missing", FindingLevel.Warning, "重大事项未见预公开记录", "请核实。", null),
            ],
        };
    }
}
