using System.Runtime.CompilerServices;
using Disclosure.Contracts.Packs;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Rules.Replay;
using Disclosure.ServiceDefaults.Replaying;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Data;

/// <summary>审核件 as recorded, for a replay of the rules.</summary>
internal sealed class RecordedCases(ReviewDb db) : IRecordedMatters
{
    private const int Batch = 1_000;

    public async IAsyncEnumerable<ReplayedMatter?> CompareAsync(Person reader, DateOnly since, DateOnly today, RuleSet before,
        RuleSet after, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var from = LegalDay.Start(since);
        CaseRecord? last = null;
        while (true)
        {
            var page = await ReadAsync(reader, from, last, cancellation);
            foreach (var row in page)
            {
                cancellation.ThrowIfCancellationRequested();
                var record = row.ToRecord();
                var difference = ReviewDifference.Between(ReviewReplay.Of(record, before.Pack, before.Calendar, today),
                    ReviewReplay.Of(record, after.Pack, after.Calendar, today));
                yield return difference is null ? null : Matter(row, difference);
            }

            if (page.Count < Batch) yield break;
            last = page[^1];
        }
    }

    private async Task<List<CaseRecord>> ReadAsync(Person reader, DateTimeOffset from, CaseRecord? last, CancellationToken cancellation)
    {
        var cases = db.Cases.AsNoTracking().OpenTo(reader).Where(c => c.Authority == reader.Authority && c.OpenedAt >= from);
        if (last is not null)
        {
            cases = cases.Where(c => EF.Functions.LessThan(ValueTuple.Create(c.OpenedAt, c.Id),
                ValueTuple.Create(last.OpenedAt, last.Id)));
        }

        return await cases.OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.Id).Take(Batch).Select(CaseRecord.Of)
            .ToListAsync(cancellation);
    }

    private static ReplayedMatter Matter(CaseRecord row, ReviewDifference difference) => new(SubjectKinds.ReviewCase, row.Id.Value,
        row.FlowName, row.Unit, difference.Before.Outcome, difference.After.Outcome,
        [.. difference.Steps.Select(step => new ReplayedPart((step.After ?? step.Before)!.Name, Terms(step.Before), Terms(step.After)))],
        Remarks(difference.Raised), Remarks(difference.Dropped));

    private static ReplayedTerms? Terms(ReplayedStep? step) => step is null ? null : new(step.DueOn, step.IsLate, step.Roles);

    private static IReadOnlyList<ReplayRemark> Remarks(IReadOnlyList<Objection> objections)
        => [.. objections.Select(objection => new ReplayRemark(objection.Kind, objection.Name))];
}
