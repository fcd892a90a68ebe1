using System.Net;
using Disclosure.Contracts.Facts;
using Disclosure.Contracts.Review;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Cases;
using Disclosure.Rules.Calendar;
using Disclosure.ServiceDefaults.Facts;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.Review.Tests.Service.Facts;

/// <summary>What counts of a review is kept with the act that made it true, numbered without a gap, told, and told again.</summary>
[Collection(nameof(OneService))]
public sealed class FactTests(ReviewService service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateOnly Today => LegalDay.Of(service.Clock.GetUtcNow());

    [Fact]
    public async Task A_case_counts_when_it_opens_at_each_step_and_when_it_ends()
    {
        var request = await service.Open(ReviewService.Request("bijie", "art", author: "facts-author"));
        await service.As("bijie", "head", "art", "facts-head").Decide(request, "section-head", "approve").Json(200);
        await service.As("bijie", "deputy", "office", "facts-deputy").Decide(request, "deputy", "return", "附件缺页").Json(200);

        var facts = await Of(request);
        var due = service.CalendarOf("bijie").AddWorkingDays(Today, new WorkingDays(2)).Date;
        Assert.Equal([new ReviewOpenedFact("publication", false),
            new ReviewStepTakenFact("publication", "section-head", StepKind.Review, StepOutcome.Approve, Today, due),
            new ReviewStepTakenFact("publication", "deputy", StepKind.SignOff, StepOutcome.Return, Today, due),
            new ReviewEndedFact("publication", ReviewOutcome.Returned, Today, false, 0)], facts.Select(fact => fact.Told().Body));
        Assert.Equal(["art", "art", "office", "art"], facts.Select(fact => fact.Unit));
        Assert.All(facts, fact => Assert.Equal((Today, SubjectKinds.ReviewCase, false), (fact.CountsOn, fact.SubjectKind,
            fact.IsRestricted)));
        // As kept, so told.
        await Eventually.Holds(() => Task.FromResult(Told(request).Count == 4), "all of it was told");
        Assert.Equal(facts.Select(fact => fact.Told()), Told(request));

        var again = await service.Open(ReviewService.Request("bijie", "art", author: "facts-author", subject: request.SubjectId));
        Assert.Equal(new ReviewOpenedFact("publication", true), Assert.Single(await Of(again)).Told().Body);
    }

    [Fact]
    public async Task What_is_refused_counts_nothing_and_leaves_no_gap()
    {
        var request = await service.Open(ReviewService.Request("bijie", "art", author: "facts-author"));
        using var refused = await service.As("bijie", "head", "museum", "facts-other-head").Decide(request, "section-head", "approve");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Single(await Of(request));
        await AssertUnbroken("bijie");
    }

    [Fact]
    public async Task Numbers_have_no_gap_when_many_act_at_once()
    {
        var requests = Enumerable.Range(0, 12).Select(_ => ReviewService.Request("bijie", "art", author: "facts-author")).ToList();
        await Task.WhenAll(requests.Select(service.Open));
        await Task.WhenAll(requests.Select(async (request, index) =>
            (await service.As("bijie", "head", "art", $"facts-head-{index}").Decide(request, "section-head", "approve")).Dispose()));
        await AssertUnbroken("bijie");
        foreach (var request in requests) Assert.Equal(2, (await Of(request)).Count);
    }

    [Fact]
    public async Task A_missed_due_day_counts_once_from_the_day_after_it()
    {
        // A service of its own: days pass in it.
        await using var own = new ReviewService();
        await own.InitializeAsync();
        // 高台's fee notice has a limit of two working days here.
        var request = await own.Open(ReviewService.Request("gaotai", "culture", "fee-notice", author: "facts-author"));
        own.Clock.Advance(TimeSpan.FromDays(9));
        await Eventually.Holds(async () => (await Of(request, own)).Count == 2, "it counted as overdue");
        var overdue = (await Of(request, own))[1];
        var due = Assert.IsType<ReviewStepOverdueFact>(overdue.Told().Body).DueOn;
        Assert.Equal(due.AddDays(1), overdue.CountsOn);
        own.Clock.Advance(TimeSpan.FromDays(1));
        await Eventually.Holds(() => own.InDatabase(db => db.Steps.AnyAsync(step
            => step.CaseId == new CaseId(request.CaseId) && step.Urges >= 2, Cancellation)), "it was urged again");
        Assert.Equal(2, (await Of(request, own)).Count);
    }

    [Fact]
    public async Task What_is_kept_from_somebody_is_marked_and_names_nobody()
    {
        var request = await service.Open(ReviewService.Request("bijie", "art", author: "facts-author") with
        {
            Recusal = new ReviewRecusal(["facts-accused"], []),
        });
        var fact = Assert.Single(await Of(request));
        Assert.True(fact.IsRestricted);
        Assert.DoesNotContain("facts-accused", fact.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_named_later_is_kept_from_what_counted_before()
    {
        var request = await service.Open(ReviewService.Request("bijie", "art", author: "facts-author"));
        for (var named = 0; named < 2; named++)
        {
            var again = ReviewService.Request("bijie", "art", author: "facts-author", subject: request.SubjectId) with
            {
                Recusal = new ReviewRecusal([$"facts-accused-{named}"], []),
            };
            await service.Publish(again);
            await service.Refusal(again);
        }

        // Once restricted it stays so: the second name adds nothing.
        var facts = await Of(request);
        Assert.Equal([(typeof(ReviewOpenedFact), false), (typeof(SubjectRestrictedFact), true)],
            facts.Select(fact => (fact.Told().Body.GetType(), fact.IsRestricted)));
    }

    [Fact]
    public async Task Facts_are_told_again_from_a_position_with_the_numbers_they_had()
    {
        var request = await service.Open(ReviewService.Request("taishan", "culture", author: "taishan-officer"));
        var number = Assert.Single(await Of(request)).Number;
        await Eventually.Holds(() => Task.FromResult(Told(request).Count == 1), "it was told");
        await service.AskForFacts("taishan", number - 1);
        await Eventually.Holds(() => Task.FromResult(Told(request).Count == 2), "it was told again");
        Assert.Single(Told(request).Distinct());

        // Of another service nobody here tells; of every authority everybody is told from the beginning.
        await service.AskForFacts("taishan", number - 1, ServiceNames.Catalogue);
        await service.AskForFacts("", 0, "");
        await Eventually.Holds(() => Task.FromResult(Told(request).Count == 3), "everything was told again");
        Assert.Equal(3, Told(request).Count);
    }

    [Fact]
    public async Task Thousands_are_told_again_in_messages_of_at_most_five_hundred()
    {
        const int count = (10 * 500) + 700;
        await service.InDatabase(db => db.Database.ExecuteSqlAsync($$"""
            insert into fact_heads (authority, number) values ('facts-scale', {{count}});
            insert into facts (authority, number, recorded_at, counts_on, subject_kind, subject_id, is_restricted, body)
            select 'facts-scale', n, timestamptz '2026-03-04', date '2026-03-04', 'review.case', gen_random_uuid(), false,
                '{"type": "review-opened.1", "flow": "publication", "isResubmitted": false}' from generate_series(1, {{count}}) n
            """, Cancellation));
        await service.AskForFacts("facts-scale", 0);
        List<FactsRecorded> Messages() => [.. service.Facts.Where(told => told.Authority == "facts-scale")];
        await Eventually.Holds(() => Task.FromResult(Messages().Sum(told => told.Facts.Count) == count), "all were told", seconds: 60);
        Assert.Equal(Enumerable.Range(1, count).Select(n => (long)n), Messages().SelectMany(told => told.Facts).Select(fact => fact.Number)
            .Order());
        Assert.All(Messages(), told => Assert.InRange(told.Facts.Count, 1, 500));
    }

    private async Task AssertUnbroken(string authority)
    {
        var (numbers, head) = await service.InDatabase(async db => (await db.Facts.Where(fact => fact.Authority == authority)
            .OrderBy(fact => fact.Number).Select(fact => fact.Number).ToListAsync(Cancellation),
            await db.Database.SqlQuery<long>($"select number as \"Value\" from fact_heads where authority = {authority}")
                .SingleAsync(Cancellation)));
        Assert.Equal(Enumerable.Range(1, (int)head).Select(n => (long)n), numbers);
    }

    private Task<List<KeptFact>> Of(RequestReview request, ReviewService? own = null) => (own ?? service).InDatabase(db => db.Facts
        .AsNoTracking()
        .Where(fact => fact.SubjectId == request.CaseId).OrderBy(fact => fact.Number).ToListAsync(Cancellation));

    private List<RecordedFact> Told(RequestReview request) => [.. service.Facts.Where(told => told.Authority == request.Authority)
        .SelectMany(told => told.Facts).Where(fact => fact.SubjectId == request.CaseId).OrderBy(fact => fact.Number)];
}
