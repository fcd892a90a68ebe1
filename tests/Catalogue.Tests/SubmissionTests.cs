using System.Net.Http.Json;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Review;
using Disclosure.Kernel;
using Disclosure.Rules.Reviewing;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Disclosure.Catalogue.Tests.StaffClient;

namespace Disclosure.Catalogue.Tests;

/// <summary>What review is told with a submission, and what its determination of secrecy does.</summary>
public sealed class SubmissionTests(CatalogueHost host) : IClassFixture<CatalogueHost>
{
    [Fact]
    public async Task Everybody_who_wrote_or_submitted_is_named_to_review_so_that_none_of_them_approves()
    {
        using var officer = host.As("officer");
        using var head = host.As("head");
        using var office = host.As("office", unit: "office");
        var item = await officer.DraftAsync(Sample());
        using var rewritten = await head.ActAsync(HttpMethod.Put, $"{Items}/{item.Id}", item.ETag, Sample("科室负责人全文改写"));
        var submitted = await office.SubmitAsync(await head.ChangedAsync(item.Id, rewritten));

        var request = await host.RequestFor(item.Id);
        Assert.Equal("bijie-officer", request.Author);
        Assert.Equal(["bijie-head", "bijie-office"], request.Contributors);

        // A return and a second submission forget nobody.
        host.Requests.Clear();
        await host.Conclude(request, ReviewOutcome.Returned, "请修改");
        await host.BecomesAsync(submitted.Id, "returned");
        await officer.SubmitAsync(await officer.ReadAsync(item.Id));
        Assert.Equal(["bijie-head", "bijie-office"], (await host.RequestFor(item.Id)).Contributors);
    }

    [Fact, Rule(128)]
    public async Task Undetermined_secrecy_is_submitted_as_such_and_published_only_once_it_is_determined()
    {
        using var officer = host.As("officer");
        ReviewerChange[] cleared = [new("secrecy", "cleared")];
        var determined = await SubmitUndeterminedAsync(officer);
        Assert.Contains("secrecy-undetermined", determined.Conditions);
        Assert.Contains(determined.Snapshot.Fields, field => field is { Label: "涉密情况", Value: "待确定" });
        await host.Conclude(determined, ReviewOutcome.Approved, changes: cleared, digest: After(determined.ContentDigest, cleared));
        await host.BecomesAsync(determined.SubjectId, "published");
        Assert.Equal("cleared", (await officer.ReadAsync(determined.SubjectId)).Json.GetProperty("secrecy").GetString());

        var undetermined = await SubmitUndeterminedAsync(officer);
        await host.Conclude(undetermined, ReviewOutcome.Approved);
        await host.BecomesAsync(undetermined.SubjectId, "returned");
        Assert.False(await host.Query(db => db.Publications.AnyAsync(p => p.ItemId == new ItemId(undetermined.SubjectId))));
    }

    [Fact, Rule(128)]
    public async Task A_drafter_cannot_claim_the_condition_that_only_an_undetermined_secrecy_sets()
    {
        using var officer = host.As("officer");
        using var response = await officer.PostAsJsonAsync(Items, Sample(conditions: ["secrecy-undetermined"]));
        await response.ProblemAsync(422, "item-is-invalid");
    }

    [Fact]
    public async Task An_item_that_review_did_not_take_comes_back_to_its_author_with_the_reason_and_can_be_submitted_again()
    {
        using var officer = host.As("officer");
        var item = await officer.DraftAsync(Sample());
        await officer.SubmitAsync(item);
        var request = await host.RequestFor(item.Id);
        // Of the same case id, but over content that is not what was submitted: that one is not refused.
        await host.Refuse(request, ReviewRefusalReason.CaseIdIsTaken, digest: new string('b', 64));
        await host.Refuse(request with { CaseId = Guid.CreateVersion7() }, ReviewRefusalReason.SubjectIsUnderReview);
        var other = await officer.DraftAsync(Sample());
        await officer.SubmitAsync(other);
        await host.Refuse(await host.RequestFor(other.Id), ReviewRefusalReason.CaseIdIsTaken);
        await host.BecomesAsync(other.Id, "returned");
        Assert.Equal("in-review", await host.StateOf(item.Id));

        await host.Refuse(request, ReviewRefusalReason.SubjectIsUnderReview);
        await host.BecomesAsync(item.Id, "returned");
        var returned = await officer.ReadAsync(item.Id);
        Assert.Contains("已有审核件在办", returned.Json.GetProperty("lastReason").GetString(), StringComparison.Ordinal);
        Assert.Equal("in-review", (await officer.SubmitAsync(returned)).Json.GetProperty("state").GetString());
        // A refusal that comes late finds another case and changes nothing.
        await host.Refuse(request, ReviewRefusalReason.SubjectIsUnderReview);
        var marker = await officer.DraftAsync(Sample());
        await officer.SubmitAsync(marker);
        await host.Refuse(await host.RequestFor(marker.Id), ReviewRefusalReason.CaseIdIsTaken);
        await host.BecomesAsync(marker.Id, "returned");
        Assert.Equal("in-review", await host.StateOf(item.Id));
    }

    private async Task<RequestReview> SubmitUndeterminedAsync(HttpClient officer)
    {
        var item = await officer
            .DraftAsync(new { title = "涉密情况待确定的信息", body = "正文", category = "public-concern", secrecy = "undetermined" });
        await officer.SubmitAsync(item);
        return await host.RequestFor(item.Id);
    }

    private static string After(string digest, IEnumerable<ReviewerChange> changes)
        => ReviewedDigest.After(digest, [.. changes.Select(change => new ReviewerChange(change.Field, change.Value))]);
}
