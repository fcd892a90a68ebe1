using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Contracts.People;
using Disclosure.Contracts.Review;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.Rules.Reviewing;
using Disclosure.ServiceDefaults.Http;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Disclosure.Catalogue.Tests.StaffClient;

namespace Disclosure.Catalogue.Tests;

/// <summary>What was handed in as proactive and reviewers determined not to be public (审定不发布): it has ended, nobody has to correct it,
/// and what citizens read of it is checked.</summary>
public sealed class NotPublishedTests(CatalogueHost host) : IClassFixture<CatalogueHost>
{
    private static readonly ReviewerChange[] Withheld = [new("attribute", "withheld"), new("ground", "third-party-rights")];

    [Theory]
    [InlineData("withheld", "third-party-rights", null, "审核确定为不予公开：商业秘密、个人隐私且权利人不同意公开（李分管，分管领导审批）。审核意见：涉及个人")]
    [InlineData("on-request", "not-listed", null, "审核确定为依申请公开：未列入主动公开范围的其他信息（李分管，分管领导审批）。审核意见：涉及个人")]
    [InlineData(null, null, "internal", "审核确定为内部公开：不向社会公开（李分管，分管领导审批）。审核意见：涉及个人")]
    public async Task The_author_learns_what_was_determined_by_whom_and_on_which_ground_and_has_nothing_to_correct(string? attribute,
        string? ground, string? scope, string words)
    {
        using var officer = host.As("officer", userName: $"author-of-{attribute ?? scope}");
        ReviewerChange[] changes = scope is null ? [new("attribute", attribute!), new("ground", ground!)] : [new("scope", scope)];
        var item = await officer.DraftAsync(Sample());
        await officer.SubmitAsync(item);
        await DetermineAsync(item.Id, changes);
        await host.BecomesAsync(item.Id, "rejected");

        var read = await officer.ReadAsync(item.Id);
        Assert.Equal(words, read.Json.GetProperty("lastReason").GetString());
        Assert.Equal(attribute ?? "proactive", read.Json.GetProperty("attribute").GetString());
        Assert.Empty(read.Json.GetProperty("actions").EnumerateArray());
        Assert.False(read.Json.GetProperty("isToBeChecked").GetBoolean());
        using var again = await officer.ActAsync(HttpMethod.Post, $"{Items}/{item.Id}/submit", read.ETag);
        await again.ProblemAsync(409, "item-not-editable");
        var told = Assert.Single((await officer.GetFromJsonAsync<Page<NoticeView>>("/api/catalogue/bijie/notices?unseen=true",
            JsonDialect.Client))!.Items);
        Assert.Equal((NoticeKind.NotPublished, words), (told.Kind, told.Note));
        Assert.Empty((await officer.GetFromJsonAsync<Page<WorkItem>>("/api/catalogue/bijie/work", JsonDialect.Client))!.Items);
        Assert.Equal(words, await host.Query(db => db.AuditEntries
            .Where(e => e.SubjectId == item.Id && e.Act == ItemActs.NotPublished).Select(e => e.Reason).SingleAsync()));
    }

    [Fact]
    public async Task The_version_that_citizens_read_is_checked_by_the_office_and_writing_begins_again_with_it()
    {
        using var officer = host.As("officer", userName: "withheld-author");
        using var office = host.As("office", unit: "office", userName: "withheld-office");
        await host.Seen(new ColleagueChanged(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), "bijie", "withheld-office",
            "withheld-office", "withheld-office", "office", ["office"], TimeProvider.System.GetUtcNow()));
        await Eventually.Holds(() => host.Query(db => db.Colleagues.AnyAsync(k => k.Subject == "withheld-office")), "the office is known");
        var item = await officer.DraftAsync(Sample("先公开的一版"));
        await officer.SubmitAsync(item);
        await host.Conclude(await host.RequestFor(item.Id), ReviewOutcome.Approved);
        await host.BecomesAsync(item.Id, "published");
        using var revised = await officer.ActAsync(HttpMethod.Post, $"{Items}/{item.Id}/revise", (await officer.ReadAsync(item.Id)).ETag);
        var draft = await officer.ChangedAsync(item.Id, revised);
        using var edited = await officer.ActAsync(HttpMethod.Put, $"{Items}/{item.Id}", draft.ETag, Sample("不予公开的一版", "另一件事"));
        host.Requests.Clear();
        await officer.SubmitAsync(await officer.ChangedAsync(item.Id, edited));
        await DetermineAsync(item.Id, Withheld);
        await host.BecomesAsync(item.Id, "rejected");

        var found = (await office.GetFromJsonAsync<StaffItem>($"{Items}/{item.Id}", JsonDialect.Client))!;
        Assert.True(found.IsToBeChecked);
        Assert.Equal((NotPublicCause.Withheld, found.CaseId, found.LastReason),
            (found.ToBeChecked!.Cause, found.ToBeChecked.CaseId, found.ToBeChecked.Reason));
        Assert.Equal([ItemAction.Revise, ItemAction.Withdraw, ItemAction.ConfirmShown], found.Actions);
        var task = Assert.Single((await office.GetFromJsonAsync<Page<WorkItem>>("/api/catalogue/bijie/work", JsonDialect.Client))!.Items,
            row => row.SubjectId == item.Id);
        Assert.Equal(("核对公开版本", "新版本经审核确定为不予公开，公开版本仍在网上"), (task.Step, task.Note));
        Assert.Equal([WorkFlag.ToBeChecked], task.Flags);
        var row = Assert.Single((await office.GetFromJsonAsync<Page<StaffItemRow>>($"{Items}?toBeChecked=true", JsonDialect.Client))!.Items,
            row => row.Id == item.Id);
        Assert.Equal((DisclosureAttribute.Withheld, true), (row.Attribute, row.IsPublic));
        foreach (var (query, isThere) in new[] { ("notPublished=true", true), ("foundSecret=true", false), ("state=rejected", true) })
            Assert.Equal(isThere, (await office.GetFromJsonAsync<Page<StaffItemRow>>($"{Items}?{query}", JsonDialect.Client))!.Items
                .Any(one => one.Id == item.Id));
        using var restarted = await officer.ActAsync(HttpMethod.Post, $"{Items}/{item.Id}/revise", (await officer.ReadAsync(item.Id)).ETag);
        var again = await officer.ChangedAsync(item.Id, restarted);
        Assert.Equal(("先公开的一版", "proactive"), (again.Json.GetProperty("title").GetString(),
            again.Json.GetProperty("attribute").GetString()));
        // Why it is checked, and where the other version is read, stays while it is asked for.
        Assert.Equal("withheld", again.Json.GetProperty("toBeChecked").GetProperty("cause").GetString());
        Assert.Contains("商业秘密、个人隐私且权利人不同意公开（李分管", Assert.Single((await office.GetFromJsonAsync<Page<NoticeView>>(
            "/api/catalogue/bijie/notices?unseen=true", JsonDialect.Client))!.Items).Note, StringComparison.Ordinal);

        using var confirmed = await office.ActAsync(HttpMethod.Post, $"{Items}/{item.Id}/confirm-shown",
            (await office.ReadAsync(item.Id)).ETag, new { reason = "没有同样的内容" });
        Assert.Equal(JsonValueKind.Null, (await office.ChangedAsync(item.Id, confirmed)).Json.GetProperty("toBeChecked").ValueKind);
        var told = (await officer.GetFromJsonAsync<Page<NoticeView>>("/api/catalogue/bijie/notices?unseen=true",
            JsonDialect.Client))!.Items[0];
        Assert.Equal((NoticeKind.ShownChecked, "没有同样的内容"), (told.Kind, told.Note));
    }

    private async Task DetermineAsync(Guid item, ReviewerChange[] changes)
    {
        var request = await host.RequestFor(item);
        await host.Conclude(request, ReviewOutcome.Approved, digest: ReviewedDigest.After(request.ContentDigest, changes), changes: changes,
            corrections: [.. changes.Select(change => new ReviewCorrection(change.Field, "李分管", "分管领导审批", "涉及个人"))]);
    }
}
