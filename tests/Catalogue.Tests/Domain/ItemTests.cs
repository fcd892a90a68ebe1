using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Reviewing;
using Xunit;

namespace Disclosure.Catalogue.Tests.Domain;

/// <summary>An item's way from draft to publication, without any service.</summary>
public sealed class ItemTests
{
    private static readonly Actor Editor = new("editor", "修改人", "bijie", "art", "head");

    [Fact]
    public void A_draft_is_of_the_unit_whose_powers_were_used_and_names_its_author()
    {
        var (item, fact) = Item.Draft(Sample.Author, Sample.Content, Sample.Now);
        Assert.Equal(("bijie", "art", "author", "起草人", ItemState.Draft, 0), (item.Authority, item.Unit, item.Author, item.AuthorName,
            item.State, item.Revision));
        Assert.Equal(["author"], item.Contributors);
        Assert.Equal((ItemActs.Drafted, "author", item.Id.Value, item.Content.Digest()), (fact.Act, fact.Actor.Subject, fact.SubjectId,
            fact.Digest));
        Assert.False(item.IsPublic);
    }

    [Fact]
    public void Whoever_writes_or_submits_is_a_contributor_once()
    {
        var item = Sample.Item(ItemState.Draft);
        item.Edit(Editor, Sample.Content with { Title = "改一" }, Sample.Now);
        item.Edit(Editor, Sample.Content with { Title = "改二" }, Sample.Now);
        item.Submit(new Actor("submitter", "送审人", "bijie"), Guid.CreateVersion7(), Sample.Now);
        Assert.Equal(["author", "editor", "submitter"], item.Contributors);
    }

    [Theory]
    [MemberData(nameof(Sample.States), MemberType = typeof(Sample))]
    public void Each_act_is_refused_by_name_where_it_does_not_fit(string stateName, int revision)
    {
        var state = Enum.Parse<ItemState>(stateName);
        var editable = state is ItemState.Draft or ItemState.Returned;
        Assert.Equal(editable ? null : "item-not-editable",
            Sample.Item(state, revision).Edit(Editor, Sample.Content, Sample.Now).Failure?.Code);
        Assert.Equal(editable ? null : "item-not-editable",
            Sample.Item(state, revision).Submit(Editor, Guid.CreateVersion7(), Sample.Now).Failure?.Code);
        Assert.Equal(state == ItemState.Published || (state == ItemState.Rejected && revision > 0) ? null : "only-published-is-revised",
            Sample.Item(state, revision).Revise(Editor, Sample.Content, Sample.Now).Failure?.Code);
        Assert.Equal(revision > 0 && state is not (ItemState.InReview or ItemState.Withdrawn) ? null : "nothing-to-withdraw",
            Sample.Item(state, revision).Withdraw(Editor, "有误", Sample.Now).Failure?.Code);
    }

    [Theory]
    [MemberData(nameof(Sample.States), MemberType = typeof(Sample))]
    public void Citizens_read_what_was_published_until_it_is_withdrawn(string stateName, int revision)
        => Assert.Equal(revision > 0 && stateName != nameof(ItemState.Withdrawn),
            Sample.Item(Enum.Parse<ItemState>(stateName), revision).IsPublic);

    [Fact]
    public void A_conclusion_counts_for_the_open_case_alone()
    {
        var item = Sample.Item(ItemState.Draft);
        var (earlier, now) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        item.Submit(Editor, earlier, Sample.Now);
        item.Return(Editor, "请补充", Sample.Now);
        item.Submit(Editor, now, Sample.Now);
        Assert.False(item.Awaits(earlier));
        Assert.True(item.Awaits(now));
        Assert.Null(item.LastReason);
        item.Recall(Editor, Sample.Now);
        Assert.False(item.Awaits(now));
        Assert.Equal(ItemState.Draft, item.State);
    }

    [Fact]
    public void Only_exactly_the_content_that_was_approved_matches()
    {
        var item = Sample.Item(ItemState.InReview);
        ReviewerChange[] changes = [new("category", "plans")];
        Assert.True(item.Matches(item.SubmittedDigest!, []));
        Assert.True(item.Matches(ReviewedDigest.After(item.SubmittedDigest!, changes), changes));
        Assert.False(item.Matches(item.SubmittedDigest!, changes));
        Assert.False(item.Matches(ReviewedDigest.After(item.SubmittedDigest!, changes), []));
        item.Correct(changes);
        Assert.Equal("plans", item.Content.Category);
    }

    [Fact]
    public void A_number_is_given_once_and_kept_through_every_revision()
    {
        var item = Sample.Item(ItemState.Published, 1);
        Assert.Equal(("2026-00001", "1/2026-00001", 1), (item.Number, item.IndexNumber, item.Revision));
        item.Revise(Editor, item.Content, Sample.Now);
        item.Submit(Editor, Guid.CreateVersion7(), Sample.Now);
        item.Publish(Actor.System("bijie"), new PublicNumber("2026-00002", "1/2026-00002"), Sample.Now);
        Assert.Equal(("2026-00001", "1/2026-00001", 2), (item.Number, item.IndexNumber, item.Revision));
        Assert.Equal(new PublicNumber("2026-00012", "117/2026-00012"), PublicNumber.Of("117", 2026, 12));
    }

    [Fact]
    public void A_publication_that_failed_waits_and_says_so()
    {
        var item = Sample.Item(ItemState.InReview);
        Assert.NotEmpty(item.PublicationFailed(Actor.System("bijie"), Sample.Now).Facts);
        Assert.Equal(ItemState.InReview, item.State);
        Assert.Contains("没能办理", item.LastReason, StringComparison.Ordinal);
        Assert.Empty(Sample.Item(ItemState.Published, 1).PublicationFailed(Actor.System("bijie"), Sample.Now).Facts);
    }

    [Fact]
    public void What_is_open_to_opinions_is_not_submitted_before_the_last_day_has_passed()
    {
        var disclosed = Sample.Content with
        {
            PreDisclosureAddress = "https://example.org/",
            PreDisclosedFrom = Sample.Today.AddDays(-9),
            PreDisclosedTo = Sample.Today,
        };
        Assert.Equal("pre-disclosure-is-running",
            Sample.Item(ItemState.Draft, content: disclosed).Submit(Editor, Guid.CreateVersion7(), Sample.Now).Failure?.Code);
        Assert.Null(Sample.Item(ItemState.Draft, content: disclosed).Submit(Editor, Guid.CreateVersion7(), Sample.Now.AddDays(1)).Failure);
    }

    [Fact]
    public void A_secrecy_that_is_open_is_determined_first()
    {
        var open = Sample.Item(ItemState.Draft, content: Sample.Content with { Secrecy = Secrecy.Undetermined, Conditions = ["major"] });
        Assert.Equal(["major", ReviewConditions.SecrecyUndetermined], open.ReviewConditions());
        Assert.Equal(["major"], Sample.Item(ItemState.Draft, content: Sample.Content with { Conditions = ["major"] }).ReviewConditions());
    }
}
