using System.Net;
using System.Text.RegularExpressions;
using Disclosure.Contracts;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Contracts.Review;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Xunit;
using static Disclosure.Gateway.Tests.Workbench.PlayedServices;

namespace Disclosure.Gateway.Tests.Workbench;

/// <summary>What pages say of a version that citizens still read while the next one is written, or was found to be a state
/// secret.</summary>
public sealed class StillPublicTests
{
    private readonly Guid id = Guid.CreateVersion7();

    [Theory]
    [InlineData(ItemState.Rejected, true, true)]
    [InlineData(ItemState.InReview, false, true)]
    [InlineData(ItemState.Rejected, false, false)]
    [InlineData(ItemState.Withdrawn, false, false)]
    public async Task Who_determines_a_secret_is_told_that_a_version_is_still_public_and_who_checks_it(ItemState state, bool isToBeChecked,
        bool isShown)
    {
        await using var played = await StartAsync();
        var review = Case(id, CaseState.Rejected, Step("determination-1", "涉密认定", StepState.Rejected, "1", determines: true)) with
        {
            FoundSecret = true,
            Snapshot = new ReviewSnapshot("正文", [new SnapshotField(SnapshotFields.IndexNumber, "索引号", "x/2026-00001")]),
        };
        played.Says($"GET review/cases/{id}", review);
        played.Says($"GET catalogue/items/{review.SubjectId}", Item(review.SubjectId, state, id) with
        {
            Revision = 1,
            Number = "2026-00001",
            IsToBeChecked = isToBeChecked,
        });

        var (_, done, _) = await played.GetAsync($"/staff/cases/{id}?done=decided&step=determination-1");
        Assert.Contains("已认定涉密，不得公开，审核终止。这条信息的上一版本仍在网上，须由办公室立即核对", done, StringComparison.Ordinal);
        var (_, text, _) = await played.GetAsync($"/staff/cases/{id}");
        Assert.Equal(isShown, text.Contains("公众看到的版本仍在公开，须立即核对", StringComparison.Ordinal));
        Assert.Equal(isShown, text.Contains("href=\"/bijie/items/2026-00001\"", StringComparison.Ordinal));
        // The way to act is offered to those who may.
        Assert.DoesNotContain("核对或撤下", text, StringComparison.Ordinal);
        played.Says($"GET catalogue/items/{review.SubjectId}", Item(review.SubjectId, state, id, ItemAction.Withdraw) with
        {
            Revision = 1,
            Number = "2026-00001",
            IsToBeChecked = isToBeChecked,
        });
        Assert.Equal(isShown, (await played.GetAsync($"/staff/cases/{id}")).Text.Contains(
            $"href=\"/staff/items/{review.SubjectId}\">核对或撤下</a>", StringComparison.Ordinal));

        // The service of items is away, or keeps the item from the reader: the case is shown all the same.
        foreach (var status in new[] { HttpStatusCode.ServiceUnavailable, HttpStatusCode.NotFound })
        {
            played.Says($"GET catalogue/items/{review.SubjectId}", status, new { });
            var (read, bare, _) = await played.GetAsync($"/staff/cases/{id}");
            Assert.Equal(HttpStatusCode.OK, read);
            Assert.Contains(">认定涉密，不得公开</span>", bare, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(ItemState.Draft, true, false, "修订中，公开版本仍在网上")]
    [InlineData(ItemState.InReview, true, false, "修订中，公开版本仍在网上")]
    [InlineData(ItemState.Rejected, true, false, "公开版本仍在网上")]
    [InlineData(ItemState.Rejected, true, true, "公开版本仍在网上，须立即核对")]
    [InlineData(ItemState.Published, true, false, null)]
    [InlineData(ItemState.Draft, false, false, null)]
    public async Task A_list_of_items_says_what_citizens_still_read(ItemState state, bool isPublic, bool toBeChecked, string? words)
    {
        await using var played = await StartAsync();
        played.Says("GET catalogue/items", new Page<StaffItemRow>([new StaffItemRow(Guid.CreateVersion7(), state, "某公告",
            "public-concern", "art", "毕节·信息员", null, null, Secrecy.Classified, DateTimeOffset.UnixEpoch, isPublic,
            toBeChecked ? DateTimeOffset.UnixEpoch : null)], null));
        var (_, text, _) = await played.GetAsync("/staff/items?state=published&mine=true");
        var remark = Regex.Match(text, "<div class=\"remark[^>]*>([^<]*)</div>");
        Assert.Equal(words, remark.Success ? remark.Groups[1].Value : null);
        // What is revised is found among what is published, and a printed page says what it lists.
        Assert.Contains("public=true", Asked(played), StringComparison.Ordinal);
        Assert.Contains("筛选：状态 已发布，只看我起草的。第 1 页，本页 1 条，到此为止。", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("attribute", "withheld", "不予公开")]
    [InlineData("attribute", "on-request", "依申请公开")]
    [InlineData("scope", "internal", "内部公开")]
    public async Task Who_approves_what_was_corrected_not_to_be_public_is_not_told_that_it_becomes_public(string field, string value,
        string words)
    {
        await using var played = await StartAsync();
        var review = Case(id, CaseState.Approved, Step("deputy", "分管领导审批", StepState.Approved, "1")) with
        {
            Changes = [new AppliedChangeView(field, value, "deputy", "1", DateTimeOffset.UnixEpoch, null)],
            Snapshot = new ReviewSnapshot("正文", [new SnapshotField(SnapshotFields.IndexNumber, "索引号", "x/2026-00001")]),
        };
        played.Says($"GET review/cases/{id}", review);
        played.Says($"GET catalogue/items/{review.SubjectId}", Item(review.SubjectId, ItemState.InReview, id) with
        {
            Revision = 1,
            Number = "2026-00001",
        });
        var (_, text, _) = await played.GetAsync($"/staff/cases/{id}?done=decided&step=deputy");
        Assert.Contains($"已通过，全部环节办结：已改为{words}，不公开。这条信息的上一版本仍在网上，须由办公室立即核对", text, StringComparison.Ordinal);
        Assert.DoesNotContain("正在公开", text, StringComparison.Ordinal);
        Assert.Contains($">已通过，改为{words}</span>", text, StringComparison.Ordinal);
        Assert.Contains($"这条信息的新版本经审核确定为{words}。", text, StringComparison.Ordinal);

        // What was corrected back is public after all.
        played.Says($"GET review/cases/{id}", review with
        {
            Changes = [.. review.Changes, new AppliedChangeView(field, field == "scope" ? "public" : "proactive", "deputy", "1",
                DateTimeOffset.UnixEpoch, value)],
        });
        Assert.Contains("全部环节办结，正在公开。", (await played.GetAsync($"/staff/cases/{id}?done=decided&step=deputy")).Text,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DisclosureAttribute.Withheld, DisclosureScope.Public, NotPublicCause.Withheld, "审定不予公开", "经审核确定为不予公开的版本（公众看不到）")]
    [InlineData(DisclosureAttribute.Proactive, DisclosureScope.Internal, NotPublicCause.Internal, "审定内部公开",
        "经审核确定为内部公开的版本（公众看不到）")]
    public async Task What_was_determined_not_to_be_public_is_no_mistake_of_its_author_and_stands_folded_under_its_name(
        DisclosureAttribute attribute, DisclosureScope scope, NotPublicCause cause, string state, string heading)
    {
        await using var played = await StartAsync();
        var (item, round) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        const string reason = "审核确定：个人隐私（李分管，分管领导审批）。";
        var ended = Item(item, ItemState.Rejected, round, ItemAction.Withdraw, ItemAction.ConfirmShown, ItemAction.Revise) with
        {
            Attribute = attribute,
            Scope = scope,
            LastReason = reason,
            Revision = 1,
            Number = "2026-00001",
            IsToBeChecked = true,
            ToBeChecked = new ShownVersionDoubt(cause, reason, round),
        };
        played.Says($"GET catalogue/items/{item}", ended);
        played.Says($"GET catalogue/items/{item}/companions", new ItemCompanions(false, false, false, [], [], null, []));
        played.Says($"GET review/cases/by-subject/{item}", new Page<RoundView>([new RoundView(round, "publication", "信息公开", "某公告",
            "art", "digest", CaseState.Approved, DateTimeOffset.UnixEpoch, null, null, false, [], null)], null));
        var (_, text, _) = await played.GetAsync($"/staff/items/{item}");
        Assert.Contains($">{state}</span>", text, StringComparison.Ordinal);
        Assert.Matches($"<details class=\"panel\" id=\"not-public\">\\s*<summary><h2>{heading}</h2></summary>(?s:.*)"
            + "<div class=\"prose\">", text);
        Assert.DoesNotContain("退回", text, StringComparison.Ordinal);
        Assert.DoesNotContain("不予通过", text, StringComparison.Ordinal);
        // Said once, where it is asked to act.
        Assert.Single(Regex.Matches(text, reason));
        Assert.Contains($"href=\"/staff/cases/{round}\">查看", text, StringComparison.Ordinal);
        Assert.Contains($"不含{NotPublicTerms.Name(cause)}的内容</button>", text, StringComparison.Ordinal);

        // The reason and the way to the other version stay while its check is open, whatever is written meanwhile.
        played.Says($"GET catalogue/items/{item}", ended with
        {
            State = ItemState.Draft,
            Attribute = DisclosureAttribute.Proactive,
            Scope = DisclosureScope.Public,
        });
        (_, text, _) = await played.GetAsync($"/staff/items/{item}");
        Assert.Contains(reason, text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/staff/cases/{round}\">查看", text, StringComparison.Ordinal);
        Assert.DoesNotContain("公众看不到", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("to-be-checked", "toBeChecked=true", "筛选：公开版本须立即核对。")]
    [InlineData("found-secret", "foundSecret=true", "筛选：认定涉密。")]
    [InlineData("not-published", "notPublished=true", "筛选：审定不发布。")]
    [InlineData("gone", "", "筛选：全部状态。")]
    public async Task Items_are_found_by_what_their_state_does_not_say_and_a_state_that_is_none_is_remarked_on(string state, string asked,
        string words)
    {
        await using var played = await StartAsync();
        played.Says("GET catalogue/items", new Page<StaffItemRow>([], null));
        var (_, text, _) = await played.GetAsync($"/staff/items?state={state}");
        Assert.Equal(asked.Length == 0 ? "GET catalogue/items" : $"GET catalogue/items?{asked}",
            Assert.Single(played.Queries, query => query.StartsWith("GET catalogue/items", StringComparison.Ordinal)));
        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Equal(state == "gone", text.Contains("没有网址中写的这种状态", StringComparison.Ordinal));
        if (state != "gone") Assert.Contains($"<option value=\"{state}\" selected", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_citizens_read_and_nobody_has_checked_stands_on_the_board_of_supervision()
    {
        await using var played = await StartAsync();
        var id = Guid.CreateVersion7();
        played.Says("GET review/supervision", new SupervisionView([], [], [], [], [], [], [], [], []));
        played.Says("GET catalogue/items", new Page<StaffItemRow>([new StaffItemRow(id, ItemState.Rejected, "含有参数的新版本",
            "public-concern", "art", "毕节·信息员", null, null, Secrecy.Classified, DateTimeOffset.UnixEpoch, true,
            DateTimeOffset.UnixEpoch)], null));
        var (_, text, _) = await played.GetAsync("/staff/supervision");
        Assert.Contains("公开版本待核对", text, StringComparison.Ordinal);
        Assert.Contains($"href=\"/staff/items/{id}\">含有参数的新版本</a>", text, StringComparison.Ordinal);
        Assert.Contains("toBeChecked=true", Asked(played), StringComparison.Ordinal);

        played.Says("GET catalogue/items", HttpStatusCode.ServiceUnavailable, new { });
        var (status, without, _) = await played.GetAsync("/staff/supervision");
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("暂时读取不到", without, StringComparison.Ordinal);
    }

    private static string Asked(PlayedServices played)
        => Assert.Single(played.Queries, query => query.StartsWith("GET catalogue/items?", StringComparison.Ordinal));
}
