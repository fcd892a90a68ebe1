using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Steps;
using Disclosure.Review.Domain.Submissions;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.Review.Tests.Service.Scale;

/// <summary>A bureau at work: several units with 1,000 open cases each, half at the unit's head and half at the leaders, and four times as
/// many concluded ones.</summary>
internal static class OpenCases
{
    public const int PerUnit = 1_000;
    public const int ConcludedPerOpen = 4;
    public const string Authority = "jiangxi";

    /// <summary>Who wrote every case.</summary>
    public const string Author = "jiangxi-officer";

    /// <summary>Who took the first step of every case that has gone on.</summary>
    public const string Head = "jiangxi-head";

    public static readonly IReadOnlyList<string> Units =
        ["art-division", "public-culture", "city-nanchang", "city-ganzhou", "city-jiujiang", "city-yichun", "city-shangrao", "city-jian"];

    public static int Open => PerUnit * Units.Count;

    /// <summary>Steps that wait for a leader, whatever the unit.</summary>
    public static int AtLeaders => Open / 2;

    /// <summary>The cases of one unit come from the domain; the other units' and the concluded ones are copies of theirs.</summary>
    public static async Task FillAsync(ReviewDb db)
    {
        var pack = RulePacks.Load()[Authority];
        var body = string.Concat(Enumerable.Repeat("一段较长的正文，模拟真实信息。", 60));
        db.Cases.AddRange(Enumerable.Range(0, PerUnit).Select(n => Case(pack, n, body)));
        await db.SaveChangesAsync();
        foreach (var unit in Units.Skip(1)) await CopyAsync(db, unit, concluded: false);
        foreach (var unit in Units)
            for (var n = 0; n < ConcludedPerOpen; n++) await CopyAsync(db, unit, concluded: true);

        // None is ever due: the sweep for overdue steps has other tests to serve.
        await db.Database.ExecuteSqlAsync($"""
            update review_steps set due_on = null, sort_on = {CaseStep.Undated}, due_counted_by = {WorkingCalendar.Embedded.Version}
            where authority = {Authority} and state = 'Open'
            """);
        await db.Database.ExecuteSqlAsync($"analyze review_cases, review_steps");
    }

    /// <summary>Acts of an authority that nobody asks about, so that the log is as long as a bureau's: nobody reads a short table by its
    /// index.</summary>
    public static Task<int> FillAuditAsync(ReviewDb db) => db.Database.ExecuteSqlAsync($"""
        insert into audit_entries (authority, position, at, act, actor, actor_name, service, previous_hash, hash)
            select 'elsewhere', n, timestamptz '2026-03-01' + n * interval '1 minute', 'approved', 'person-' || n % 100, '某人', 'review',
                repeat('0', 64), repeat('0', 64) from generate_series(1, 30000) n
            on conflict do nothing;
        analyze audit_entries;
        """);

    /// <summary>So many open cases of the authority and no others, each at its first or second step.</summary>
    public static async Task FillOpenAsync(ReviewDb db, int cases)
    {
        var pack = RulePacks.Load()[Authority];
        db.Cases.AddRange(Enumerable.Range(0, PerUnit).Select(n => Case(pack, n, "正文。")));
        await db.SaveChangesAsync();
        for (var copy = 1; copy < cases / PerUnit; copy++) await CopyAsync(db, Units[1 + (copy % (Units.Count - 1))], concluded: false);
        await db.Database.ExecuteSqlAsync($"analyze review_cases, review_steps");
    }

    private static Task<int> CopyAsync(ReviewDb db, string unit, bool concluded)
    {
        var state = concluded ? "{\"state\": \"Approved\"}" : "{}";
        return db.Database.ExecuteSqlAsync($"""
            with copied as materialized (
                select id as old_id, gen_random_uuid() as new_id from review_cases
                where authority = {Authority} and unit = {Units[0]} and state = 'Open'),
            cases as (
                insert into review_cases select r.* from copied join review_cases c on c.id = old_id
                    cross join lateral jsonb_populate_record(c,
                        jsonb_build_object('id', new_id, 'subject_id', gen_random_uuid(), 'unit', {unit}) || {state}::jsonb) r
                    returning 1)
            insert into review_steps select r.* from copied join review_steps s on s.case_id = old_id
                cross join lateral jsonb_populate_record(s, jsonb_build_object('case_id', new_id, 'unit', {unit}) || {state}::jsonb) r
            """);
    }

    private static ReviewCase Case(RulePack pack, int n, string body)
    {
        var now = new LegalTime(ReviewService.Start, new DateOnly(2026, 3, 4), WorkingCalendar.Embedded);
        var review = ReviewCase.Open(new Submission
        {
            CaseId = new CaseId(Guid.CreateVersion7()),
            Authority = pack.Authority,
            SubjectKind = "catalogue.item",
            SubjectId = Guid.CreateVersion7(),
            Title = $"第 {n} 件待审信息",
            Unit = Units[0],
            Author = Author,
            ContentDigest = new string('a', 64),
            Snapshot = new Snapshot(body, []),
            Conditions = [ReviewConditions.Important],
            SubmittedAt = ReviewService.Start,
        }, pack.Flow(FlowCodes.Publication)!, now);
        if (n % 2 == 0) return review;
        var head = new Person(Head, "处长", Authority, [new Mandate(Head, "处长", Units[0], new HashSet<string> { "head" })]);
        var decided = review.Decide(head, new Decision
        {
            Step = "unit-head",
            Outcome = StepOutcome.Approve,
            Digest = review.ContentDigest,
            Checklist = [.. review.Checklist.Select(question => question.Code)],
        }, now);
        Assert.Null(decided.Failure);
        return review;
    }
}
