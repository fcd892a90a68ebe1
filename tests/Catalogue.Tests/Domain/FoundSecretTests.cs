using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Rules.Reviewing;
using Xunit;

namespace Disclosure.Catalogue.Tests.Domain;

/// <summary>What follows where the content of an item was found to be a state secret (认定涉密).</summary>
public sealed class FoundSecretTests
{
    private static readonly Actor Decider = Actor.System("bijie", "leading-group");

    private static ItemContent Secret { get; } = Sample.Content with
    {
        Title = "含有参数的新版本",
        Body = "各单位：\n\n设备的参数。",
        Keywords = ["参数"],
        Interprets = [Guid.CreateVersion7()],
    };

    [Theory]
    [InlineData(Secrecy.Cleared)]
    [InlineData(Secrecy.Undetermined)]
    public void The_entry_names_the_content_that_was_submitted(Secrecy submitted)
    {
        var item = InReview(Secret with { Secrecy = submitted });
        var fact = item.FindSecret(Decider, "属于国家秘密", Sample.Now);
        Assert.Equal((ItemActs.FoundSecret, item.SubmittedDigest), (fact.Act, fact.Digest));
        Assert.Equal((ItemState.Rejected, Secrecy.Classified, true), (item.State, item.Content.Secrecy, item.IsFoundSecret));
    }

    [Fact]
    public void Writing_begins_again_with_what_is_shown_and_the_secret_leaves_the_draft()
    {
        var shown = Sample.Content with { PreDisclosureItem = Guid.CreateVersion7() };
        var item = Found(Secret);
        Assert.Null(item.Revise(Sample.Author, shown, Sample.Now).Failure);
        Assert.Equal((ItemState.Draft, shown.Digest()), (item.State, item.Content.Digest()));
        Assert.Equal(shown.Companions(), item.Companions);
    }

    [Fact]
    public void What_was_turned_down_for_another_reason_is_corrected_where_it_stands()
    {
        var item = InReview(Secret);
        item.Reject(Decider, "请核对", Sample.Now);
        item.Revise(Sample.Author, Sample.Content, Sample.Now);
        Assert.Equal(Secret.Digest(), item.Content.Digest());
    }

    [Fact]
    public void Nothing_is_opened_where_no_version_is_shown()
        => Assert.Equal("only-published-is-revised", Found(Secret).Revise(Sample.Author, null, Sample.Now).Failure?.Code);

    public static TheoryData<string, bool> Attempts() => new()
    {
        { "as it was", true }, { "in another category", true }, { "on another channel", true }, { "after another version", true },
        { "undetermined", false }, { "another text", false },
    };

    [Theory]
    [MemberData(nameof(Attempts))]
    public void The_text_is_not_submitted_again_whatever_is_said_of_it_but_to_be_determined_anew(string attempt, bool refused)
    {
        foreach (var submitted in new[] { Secrecy.Cleared, Secrecy.Undetermined })
        {
            var item = Found(Secret with { Secrecy = submitted });
            if (attempt == "after another version")
            {
                Written(item, Secret with { Body = "另一处参数" });
                Assert.Null(item.Submit(Sample.Author, Guid.CreateVersion7(), Sample.Now).Failure);
                item.FindSecret(Decider, "属于国家秘密", Sample.Now);
            }

            Written(item, attempt switch
            {
                "in another category" => Secret with { Category = "plans", Conditions = ["major"] },
                "on another channel" => Secret with { Channels = [] },
                "undetermined" => Secret with { Secrecy = Secrecy.Undetermined },
                "another text" => Secret with { Body = "各单位：\n\n文化馆开放。" },
                _ => Secret,
            });
            var refusal = item.Submit(Sample.Author, Guid.CreateVersion7(), Sample.Now).Failure;
            Assert.Equal(refused ? "was-found-secret" : null, refusal?.Code);
        }
    }

    [Fact]
    public void What_was_determined_anew_to_be_none_and_published_is_revised_like_any_other()
    {
        var item = Found(Secret);
        Written(item, Secret with { Secrecy = Secrecy.Undetermined });
        item.Submit(Sample.Author, Guid.CreateVersion7(), Sample.Now);
        item.Correct([ReviewerChange.SecrecyCleared]);
        item.Publish(Decider, null, Sample.Now);
        Assert.Empty(item.SecretTexts);
        item.Revise(Sample.Author, item.Content, Sample.Now);
        item.Edit(Sample.Author, item.Content with { Category = "plans" }, Sample.Now);
        Assert.Null(item.Submit(Sample.Author, Guid.CreateVersion7(), Sample.Now).Failure);
    }

    [Fact]
    public void The_version_shown_is_to_be_checked_until_it_is_shown_no_more()
    {
        var replaced = Found(Secret);
        Assert.True(replaced.IsToBeChecked);
        Written(replaced, Sample.Content);
        replaced.Submit(Sample.Author, Guid.CreateVersion7(), Sample.Now);
        replaced.Return(Decider, "请核对", Sample.Now);
        replaced.Submit(Sample.Author, Guid.CreateVersion7(), Sample.Now);
        Assert.True(replaced.IsToBeChecked);
        replaced.Publish(Decider, null, Sample.Now);
        Assert.False(replaced.IsToBeChecked);

        var takenDown = Found(Secret);
        Assert.Null(takenDown.Withdraw(Sample.Author, "有误", Sample.Now).Failure);
        Assert.False(takenDown.IsToBeChecked);

        var never = Sample.Item(ItemState.InReview, content: Secret);
        never.FindSecret(Decider, "属于国家秘密", Sample.Now);
        Assert.False(never.IsToBeChecked);
    }

    [Fact]
    public void What_was_checked_is_asked_for_no_more_until_another_version_is_found_secret()
    {
        var item = Found(Secret);
        var shown = new Publication
        {
            Authority = "bijie",
            Unit = "art",
            Number = "2026-00001",
            IndexNumber = "x",
            Title = Sample.Content.Title,
            Category = "plans",
            Content = Sample.Content,
            Companions = [],
            Digest = Sample.Content.Digest(),
        };
        Assert.Equal("nothing-to-check", item.ConfirmShown(Sample.Author, null, "没有", Sample.Now).Failure?.Code);
        var fact = Assert.Single(item.ConfirmShown(Sample.Author, shown, "没有", Sample.Now).Facts);
        Assert.Equal((ItemActs.ShownVersionChecked, shown.Digest, "没有"), (fact.Act, fact.Digest, fact.Reason));
        Assert.False(item.IsToBeChecked);
        Assert.Equal("nothing-to-check", item.ConfirmShown(Sample.Author, shown, "没有", Sample.Now).Failure?.Code);
        // It was not taken down for that: the office may do so as with any other.
        Assert.True(item.IsWithdrawable);
        Written(item, Secret with { Body = "另一处参数" });
        Assert.Null(item.Submit(Sample.Author, Guid.CreateVersion7(), Sample.Now).Failure);
        item.FindSecret(Decider, "属于国家秘密", Sample.Now);
        Assert.True(item.IsToBeChecked);
    }

    [Fact]
    public void A_version_that_is_to_be_checked_is_taken_down_at_once_even_while_the_next_is_under_review()
    {
        var item = Found(Secret);
        Written(item, Sample.Content);
        var round = Guid.CreateVersion7();
        item.Submit(Sample.Author, round, Sample.Now);
        Assert.True(Sample.Person("office", "office", Roles.Office).MayTakeDown(item));
        Assert.False(Sample.Person("head", "art", Roles.Head).MayTakeDown(item));
        Assert.Null(item.Withdraw(Sample.Author, "有同样的内容", Sample.Now).Failure);
        Assert.False(item.Awaits(round));
        Assert.Equal("nothing-to-withdraw", InReview(Secret).Withdraw(Sample.Author, "有误", Sample.Now).Failure?.Code);
    }

    /// <summary>A published item whose new version was found to be a state secret.</summary>
    private static Item Found(ItemContent content)
    {
        var item = InReview(content);
        item.FindSecret(Decider, "属于国家秘密", Sample.Now);
        return item;
    }

    private static Item InReview(ItemContent content)
    {
        var item = Sample.Item(ItemState.Draft, 1);
        item.Edit(Sample.Author, content, Sample.Now);
        Assert.Null(item.Submit(Sample.Author, Guid.CreateVersion7(), Sample.Now).Failure);
        return item;
    }

    private static void Written(Item item, ItemContent content)
    {
        Assert.Null(item.Revise(Sample.Author, Sample.Content, Sample.Now).Failure);
        Assert.Null(item.Edit(Sample.Author, content, Sample.Now).Failure);
    }
}
