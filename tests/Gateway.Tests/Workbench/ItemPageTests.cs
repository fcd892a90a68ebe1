using System.Net;
using System.Text.RegularExpressions;
using Disclosure.Contracts;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Xunit;
using static Disclosure.Gateway.Tests.Workbench.PlayedServices;

namespace Disclosure.Gateway.Tests.Workbench;

/// <summary>What an author is told of a draft that was saved elsewhere, and of one that was handed in or taken back.</summary>
public sealed class ItemPageTests
{
    private const string Refresh = "data-refresh";

    private readonly Guid id = Guid.CreateVersion7();
    private readonly Guid round = Guid.CreateVersion7();

    [Fact]
    public async Task A_draft_that_was_saved_elsewhere_blames_nobody_keeps_the_text_and_leads_to_what_is_there_now()
    {
        await using var played = await StartAsync();
        Draft(played);
        played.Refuses($"PUT catalogue/items/{id}", HttpStatusCode.PreconditionFailed, "changed-meanwhile", "内容已被他人修改", "不会被保存");

        var (status, text, _) = await played.PostAsync($"/staff/items/{id}", "edit", ("title", "某公告"), ("body", "第二个页面写的正文"),
            ("then", "keep"), ("version", "\"1\""));

        Assert.Equal(HttpStatusCode.PreconditionFailed, status);
        Assert.Contains("这份草稿在别处已保存过", text, StringComparison.Ordinal);
        Assert.DoesNotContain("他人", text, StringComparison.Ordinal);
        Assert.Matches($"<a [^>]*href=\"/staff/items/{id}\" target=\"_blank\">打开当前版本", text);
        Assert.Contains("第二个页面写的正文</textarea>", text, StringComparison.Ordinal);
        Assert.Matches("id=\"problem\" tabindex=\"-1\" autofocus", text);
    }

    [Theory]
    [InlineData("changed-meanwhile", HttpStatusCode.PreconditionFailed)]
    [InlineData("item-not-editable", HttpStatusCode.Conflict)]
    public async Task A_draft_that_was_handed_in_on_another_page_is_offered_for_no_further_saving_and_its_text_stays(string code,
        HttpStatusCode refusal)
    {
        await using var played = await StartAsync();
        Draft(played);
        played.Says($"GET catalogue/items/{id}", Item(id, ItemState.InReview, round));
        played.Refuses($"PUT catalogue/items/{id}", refusal, code, "内容已被他人修改", "不会被保存");

        var (status, text, _) = await played.PostAsync($"/staff/items/{id}", "edit", ("title", "某公告"), ("body", "第二个页面写的正文"),
            ("then", "submit"), ("version", "\"1\""));

        Assert.Equal(refusal, status);
        Assert.Contains("<strong>已送审，不能再修改</strong>", text, StringComparison.Ordinal);
        Assert.Contains("撤回送审后可以修改", text, StringComparison.Ordinal);
        Assert.Matches("<textarea[^>]* readonly[^>]*>\\n?第二个页面写的正文</textarea>", text);
        Assert.DoesNotContain("保存草稿", text, StringComparison.Ordinal);
        Assert.DoesNotContain("保存并送审", text, StringComparison.Ordinal);
        Assert.DoesNotContain("打开当前版本", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_was_saved_before_its_submission_was_refused_is_marked_as_kept()
    {
        await using var played = await StartAsync();
        Draft(played);
        played.Says($"PUT catalogue/items/{id}", HttpStatusCode.NoContent, new { });
        played.Refuses($"POST catalogue/items/{id}/submit", HttpStatusCode.Conflict, "secrecy-is-undetermined", "涉密情况尚未确定");

        (string, string)[] fields = [("title", "某公告"), ("body", "正文"), ("version", "\"1\"")];
        var (_, text, _) = await played.PostAsync($"/staff/items/{id}", "edit", [.. fields, ("then", "submit")]);
        Assert.Matches("id=\"problem\"[^>]* data-saved", text);

        played.Refuses($"PUT catalogue/items/{id}", HttpStatusCode.UnprocessableEntity, "item-is-invalid", "内容不符合要求");
        (_, text, _) = await played.PostAsync($"/staff/items/{id}", "edit", [.. fields, ("then", "submit")]);
        Assert.DoesNotContain("data-saved", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_hands_in_learns_who_has_it_until_when_and_what_comes_then()
    {
        await using var played = await StartAsync();
        Draft(played);
        played.Says($"GET catalogue/items/{id}", Item(id, ItemState.InReview, round));
        var (_, early, _) = await played.GetAsync($"/staff/items/{id}?done=submitted");
        Assert.Contains("已送审，正在转给审核人。办结后您会收到通知。", early, StringComparison.Ordinal);
        Assert.Contains(Refresh, early, StringComparison.Ordinal);

        played.Says($"GET review/cases/{round}", Case(round, CaseState.Open,
            Step("head", "科室负责人审核", StepState.Open, null, new(2026, 3, 6), candidates: ["毕节·科室负责人"])));
        var (_, text, _) = await played.GetAsync($"/staff/items/{id}?done=submitted");
        Assert.Contains("现在等待科室负责人审核（毕节·科室负责人），期限 2026-03-06。办结后您会收到通知。", text, StringComparison.Ordinal);
        Assert.Contains("href=\"/staff?list=waiting\">待他人办理", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Refresh, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_reads_why_the_review_is_held()
    {
        await using var played = await StartAsync();
        Draft(played);
        played.Says($"GET catalogue/items/{id}", Item(id, ItemState.InReview, round));
        played.Says($"GET review/cases/by-subject/{id}", new Page<RoundView>([new RoundView(round, "publication", "信息公开", "某公告", "art",
            "digest", CaseState.Held, DateTimeOffset.UnixEpoch, null, null, false, ["涉密认定"], null)], null));
        played.Says($"GET review/cases/{round}", Case(round, CaseState.Held, Step("head", "科室负责人审核", StepState.Held)) with
        {
            History = [new ActView(DateTimeOffset.UnixEpoch, "held", "3", "毕节·科室负责人", "4", "毕节·主任", "head", "art", "head", null,
                "附件中的参数拿不准", null)],
        });
        var (_, text, _) = await played.GetAsync($"/staff/items/{id}");
        Assert.Contains("审核暂缓，正在认定是否涉密", text, StringComparison.Ordinal);
        Assert.Contains("暂缓的理由：附件中的参数拿不准", text, StringComparison.Ordinal);
        Assert.Contains("毕节·科室负责人（代毕节·主任）", text, StringComparison.Ordinal);

        // What was handed in undetermined was held by nobody.
        played.Says($"GET review/cases/{round}", Case(round, CaseState.Held, Step("head", "科室负责人审核", StepState.Held),
            Step("determination", "涉密认定", StepState.Open, due: new(2026, 3, 6), determines: true, candidates: ["毕节·保密"])));
        (_, text, _) = await played.GetAsync($"/staff/items/{id}");
        Assert.Contains("送审时涉密情况为“待确定”", text, StringComparison.Ordinal);
        Assert.Contains("1970-01-01 08:00 送审", text, StringComparison.Ordinal);
        Assert.Contains("现在等待涉密认定（毕节·保密），期限 2026-03-06。", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_found_secret_is_not_said_to_have_been_turned_down()
    {
        await using var played = await StartAsync();
        Draft(played);
        played.Says($"GET catalogue/items/{id}", Item(id, ItemState.Rejected, round) with
        {
            Secrecy = Secrecy.Classified,
            LastReason = "属于国家秘密",
        });
        var (_, text, _) = await played.GetAsync($"/staff/items/{id}");
        Assert.Contains("认定涉密，不得公开", text, StringComparison.Ordinal);
        Assert.Contains("认定涉密的理由", text, StringComparison.Ordinal);
        Assert.DoesNotContain("不予通过", text, StringComparison.Ordinal);
        Assert.DoesNotContain("须立即核对", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ItemState.Rejected, true)]
    [InlineData(ItemState.Rejected, false)]
    [InlineData(ItemState.InReview, true)]
    public async Task A_version_that_is_still_public_beside_one_that_was_found_secret_is_to_be_checked_and_the_way_to_take_it_down_is_there(
        ItemState state, bool mayTakeDown)
    {
        await using var played = await StartAsync();
        Draft(played);
        IReadOnlyList<ItemAction> actions = [.. state == ItemState.Rejected ? [ItemAction.Revise] : Array.Empty<ItemAction>(),
            .. mayTakeDown ? [ItemAction.Withdraw, ItemAction.ConfirmShown] : Array.Empty<ItemAction>()];
        played.Says($"GET catalogue/items/{id}", Item(id, state, round, actions) with
        {
            Secrecy = state == ItemState.Rejected ? Secrecy.Classified : Secrecy.Cleared,
            Number = "2026-00001",
            Revision = 1,
            IsToBeChecked = true,
        });
        var (_, text, _) = await played.GetAsync($"/staff/items/{id}");
        Assert.Contains("公众看到的版本仍在公开，须立即核对", text, StringComparison.Ordinal);
        Assert.Contains("查看公开页面", text, StringComparison.Ordinal);
        Assert.Equal(mayTakeDown, text.Contains("href=\"#take-down\">撤下</a>", StringComparison.Ordinal));
        Assert.Equal(mayTakeDown, Regex.IsMatch(text, "<form [^>]*id=\"take-down\""));
        Assert.Equal(!mayTakeDown, text.Contains("请同时告知办公室", StringComparison.Ordinal));
        Assert.Matches("href=\"/bijie/items/2026-00001\" target=\"_blank\"[^>]*>打开公开页面", text);
        Assert.Equal(mayTakeDown, text.Contains("已核对，公开版本不含涉密内容</button>", StringComparison.Ordinal));
        Assert.Equal(state == ItemState.Rejected, text.Contains("修订从公众看到的版本重新开始", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_has_checked_the_shown_version_says_so_and_one_who_comes_late_keeps_the_words()
    {
        await using var played = await StartAsync();
        Draft(played);
        var item = Item(id, ItemState.Rejected, round, ItemAction.Withdraw, ItemAction.ConfirmShown) with
        {
            Number = "2026-00001",
            Revision = 1,
            IsToBeChecked = true,
        };
        played.Says($"GET catalogue/items/{id}", item);
        played.Refuses($"POST catalogue/items/{id}/confirm-shown", HttpStatusCode.UnprocessableEntity, "reason-is-missing", "请写明核对情况");
        var (_, missing, _) = await played.PostAsync($"/staff/items/{id}", "confirm-shown", ("version", "\"1\""), ("reason", ""));
        Assert.Contains("请写明核对情况", missing, StringComparison.Ordinal);

        played.Says($"POST catalogue/items/{id}/confirm-shown", HttpStatusCode.NoContent, new { });
        var (status, _, answer) = await played.PostAsync($"/staff/items/{id}", "confirm-shown", ("version", "\"1\""), ("reason", "没有"));
        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.Contains("已记录：公开版本核对无误", (await played.GetAsync(answer.Headers.Location!.ToString())).Text, StringComparison.Ordinal);

        played.Says($"GET catalogue/items/{id}", item with { IsToBeChecked = false, Actions = [ItemAction.Withdraw] });
        played.Refuses($"POST catalogue/items/{id}/confirm-shown", HttpStatusCode.PreconditionFailed, "changed-meanwhile", "内容已被他人修改");
        var (_, late, _) = await played.PostAsync($"/staff/items/{id}", "confirm-shown", ("version", "\"1\""), ("reason", "逐项看过"));
        Assert.Contains("公开版本不用再核对", late, StringComparison.Ordinal);
        Assert.Matches("<label[^>]*>核对情况</label>\\s*<textarea[^>]* readonly[^>]*>\\n?逐项看过</textarea>", late);
        // Out of sight on a phone: the notice leads there.
        Assert.Matches("id=\"problem\"(?s:.*)还在下面，可以复制。(?s:.*)href=\"#unsent\"(?s:.*)<h2 id=\"unsent\"", late);
    }

    [Theory]
    [InlineData(ItemState.Draft, "revise", "changed-meanwhile", HttpStatusCode.PreconditionFailed, "修订已经发起")]
    [InlineData(ItemState.Draft, "revise", "only-published-is-revised", HttpStatusCode.Conflict, "修订已经发起")]
    [InlineData(ItemState.InReview, "revise", "changed-meanwhile", HttpStatusCode.PreconditionFailed, "修订稿已在审核")]
    [InlineData(ItemState.Withdrawn, "withdraw", "changed-meanwhile", HttpStatusCode.PreconditionFailed, "这条信息已经撤下")]
    [InlineData(ItemState.Withdrawn, "withdraw", "nothing-to-withdraw", HttpStatusCode.Conflict, "这条信息已经撤下")]
    [InlineData(ItemState.Published, "withdraw", "changed-meanwhile", HttpStatusCode.PreconditionFailed, "这条信息在别处已改动过")]
    public async Task What_was_done_on_another_page_is_named_and_the_page_goes_on_from_there(ItemState state, string form, string code,
        HttpStatusCode refusal, string words)
    {
        await using var played = await StartAsync();
        Draft(played);
        IReadOnlyList<ItemAction> actions = state == ItemState.Draft ? [ItemAction.Edit, ItemAction.Submit]
            : state == ItemState.Published ? [ItemAction.Revise, ItemAction.Withdraw] : [];
        played.Says($"GET catalogue/items/{id}", Item(id, state, round, actions) with { Revision = 1, Number = "2026-00001" });
        played.Refuses($"POST catalogue/items/{id}/{form}", refusal, code, "内容已被他人修改");
        var (_, text, _) = await played.PostAsync($"/staff/items/{id}", form, ("version", "\"1\""), ("reason", "有误"));
        Assert.Contains($"<strong>{words}</strong>", text, StringComparison.Ordinal);
        Assert.DoesNotContain("打开当前版本", text, StringComparison.Ordinal);
        // What is shown is the item as it is now, and so is the version of its forms.
        Assert.DoesNotContain("name=\"version\" value=\"\"1\"\"", text, StringComparison.Ordinal);
        if (state == ItemState.Draft) Assert.Contains("保存草稿", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_chosen_in_an_editor_that_is_gone_is_named_beside_what_was_written()
    {
        await using var played = await StartAsync();
        Draft(played);
        played.Says($"GET catalogue/items/{id}", Item(id, ItemState.InReview, round));
        played.Refuses($"PUT catalogue/items/{id}", HttpStatusCode.Conflict, "item-not-editable", "当前状态不能修改或送审");
        var (_, text, _) = await played.PostAsync($"/staff/items/{id}", "edit", ("title", "某公告"), ("body", "正文"),
            ("category", "public-concern"), ("secrecy", "undetermined"), ("conditions", "major"), ("then", "keep"), ("version", "\"1\""));
        Assert.Matches("您选择的：目录分类“[^”]+”、涉密情况“待确定（暂缓公开）”、审核要求“重大事项”。", text);
    }

    [Theory]
    [InlineData(Secrecy.Classified, "restarted", "从公众看到的版本重新开始")]
    [InlineData(Secrecy.Cleared, "revising", "新版本审定后替换")]
    public async Task Who_revises_what_was_found_secret_is_told_that_it_begins_anew(Secrecy secrecy, string done, string words)
    {
        await using var played = await StartAsync();
        Draft(played);
        played.Says($"GET catalogue/items/{id}", Item(id, ItemState.Rejected, round, ItemAction.Revise) with { Secrecy = secrecy });
        played.Says($"POST catalogue/items/{id}/revise", HttpStatusCode.NoContent, new { });
        var (status, _, answer) = await played.PostAsync($"/staff/items/{id}", "revise", ("version", "\"1\""));
        Assert.Equal(HttpStatusCode.Redirect, status);
        Assert.EndsWith($"done={done}", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Contains(words, (await played.GetAsync(answer.Headers.Location!.ToString())).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_being_taken_back_is_not_said_to_be_open_for_changes_before_it_is()
    {
        await using var played = await StartAsync();
        Draft(played);
        played.Says($"GET catalogue/items/{id}", Item(id, ItemState.InReview, round));
        var (_, early, _) = await played.GetAsync($"/staff/items/{id}?done=recalled");
        Assert.Contains("正在撤回送审", early, StringComparison.Ordinal);
        Assert.DoesNotContain("已撤回送审，可以继续修改", early, StringComparison.Ordinal);
        Assert.Matches($"<a [^>]*href=\"/staff/items/{id}\\?done=recalled\" {Refresh}", early);

        Draft(played);
        var (_, text, _) = await played.GetAsync($"/staff/items/{id}?done=recalled");
        Assert.Contains("已撤回送审，可以继续修改。", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Refresh, text, StringComparison.Ordinal);
    }

    private void Draft(PlayedServices played)
    {
        played.Says($"GET catalogue/items/{id}", Item(id, ItemState.Draft, null, ItemAction.Edit, ItemAction.Submit));
        played.Says($"GET catalogue/items/{id}/companions", new ItemCompanions(false, false, false, [], [], null, []));
    }
}
