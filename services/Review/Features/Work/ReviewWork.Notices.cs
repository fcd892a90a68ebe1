using Disclosure.Contracts.Review.Api;
using Disclosure.Contracts.Work;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain.Cases;
using Disclosure.ServiceDefaults.Work;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Features.Work;

/// <summary>What notices of Review say: what was said with them, and what became of what they told.</summary>
internal sealed partial class ReviewWork
{
    public IQueryable<Notice> Open(IQueryable<Notice> notices, Person receiver)
    {
        ArgumentNullException.ThrowIfNull(notices);
        var kept = db.KeptFrom(receiver);
        return notices.Where(notice => !kept.Contains(notice.SubjectId));
    }

    public async Task<IReadOnlyDictionary<Guid, string>> OutcomesAsync(Person reader, IReadOnlyCollection<Notice> settled,
        CancellationToken cancellation)
    {
        var lapsed = await LapsedAsync(reader, settled, cancellation);
        var words = settled.Where(notice => notice.Kind == NoticeKind.SubstitutionOffered && lapsed.Contains(notice.SubjectId))
            .ToDictionary(notice => notice.Id, _ => "已到期，未接受");
        CaseId[] ids = [.. settled.Where(notice => notice.Step is not null).Select(notice => new CaseId(notice.SubjectId)).Distinct()];
        if (ids.Length == 0) return words;
        var steps = (await (from step in db.Steps.AsNoTracking().OpenTo(reader)
                            where step.Authority == reader.Authority && ids.Contains(step.CaseId)
                            join review in db.Cases on step.CaseId equals review.Id
                            select new { step.CaseId, step.Code, step.State, step.DecidedBy, step.DecidedByName, Case = review.State })
            .ToListAsync(cancellation)).ToDictionary(step => (step.CaseId.Value, step.Code));
        // What is still open was urged since or has come again, or the reader has lost the powers for it.
        CaseId[] open = [.. steps.Values.Where(step => step.State == StepState.Open).Select(step => step.CaseId).Distinct()];
        var takeable = open.Length == 0 ? [] : await WaitingSteps.TakeableAsync(db, reader, open, cancellation);
        var retold = await RetoldAsync(reader.Authority, open, cancellation);
        foreach (var notice in settled.Where(notice => notice.Step is not null))
        {
            if (!steps.TryGetValue((notice.SubjectId, notice.Step!), out var step)) continue;
            var became = step.State == StepState.Open
                ? OutcomeOfOpen(notice, takeable.Contains((step.CaseId.Value, step.Code)), retold)
                : Outcome(step.State, step.Case, step.DecidedBy == reader.Subject ? "" : step.DecidedByName);
            if (became is not null) words[notice.Id] = became;
        }

        return words;
    }

    /// <summary>Offers that nobody accepted until their last day.</summary>
    private async Task<HashSet<Guid>> LapsedAsync(Person reader, IReadOnlyCollection<Notice> settled, CancellationToken cancellation)
    {
        Guid[] offered = [.. settled.Where(notice => notice.Kind == NoticeKind.SubstitutionOffered).Select(notice => notice.SubjectId)
            .Distinct()];
        var today = legalClock.Today;
        return offered.Length == 0 ? [] : await db.Delegations.AsNoTracking().Where(d => d.Authority == reader.Authority
            && offered.Contains(d.Id) && d.AcceptedAt == null && d.RevokedAt == null && d.EndsOn < today)
            .Select(d => d.Id).ToHashSetAsync(cancellation);
    }

    /// <summary>When somebody was last told that a step is urged, or that nobody may take it.</summary>
    private async Task<Dictionary<(Guid, string, NoticeKind), DateTimeOffset>> RetoldAsync(string authority, CaseId[] cases,
        CancellationToken cancellation)
    {
        Guid[] ids = [.. cases.Select(id => id.Value)];
        return ids.Length == 0 ? [] : await db.Notices.AsNoTracking()
            .Where(n => n.Authority == authority && ids.Contains(n.SubjectId) && n.Step != null
                && (n.Kind == NoticeKind.Urged || n.Kind == NoticeKind.Stuck))
            .GroupBy(n => new { n.SubjectId, n.Step, n.Kind }).Select(told => new { told.Key, At = told.Max(n => n.At) })
            .ToDictionaryAsync(told => (told.Key.SubjectId, told.Key.Step!, told.Key.Kind), told => told.At, cancellation);
    }

    /// <summary>What became of a settled notice of a step that is open still, or again.</summary>
    private static string OutcomeOfOpen(Notice settled, bool mayTake, Dictionary<(Guid, string, NoticeKind), DateTimeOffset> retold)
        => settled.Kind != NoticeKind.Stuck && !mayTake ? "不再由您办理"
            : Since(settled, NoticeKind.Urged, retold) ? "已另行催办"
            : settled.Kind == NoticeKind.Stuck && Since(settled, NoticeKind.Stuck, retold) ? "已另行通知"
            : "已重新交办";

    /// <summary>Whether that was told as the notice was settled or later: what is urged settles the notices before it.</summary>
    private static bool Since(Notice settled, NoticeKind kind, Dictionary<(Guid, string, NoticeKind), DateTimeOffset> retold)
        => retold.TryGetValue((settled.SubjectId, settled.Step!, kind), out var at) && at >= settled.SettledAt;

    public async Task<IReadOnlyDictionary<Guid, string>> NotesAsync(Person reader, IReadOnlyCollection<Notice> holding,
        CancellationToken cancellation)
    {
        CaseId[] ids = [.. holding.Where(notice => notice.Kind == NoticeKind.Urged).Select(notice => new CaseId(notice.SubjectId))
            .Distinct()];
        var urged = ids.Length == 0 ? [] : (await db.Steps.AsNoTracking().OpenTo(reader)
            .Where(step => step.Authority == reader.Authority && ids.Contains(step.CaseId) && step.UrgeWords != null)
            .Select(step => new { step.CaseId, step.Code, step.UrgeWords }).ToListAsync(cancellation))
            .ToDictionary(step => (step.CaseId.Value, step.Code), step => step.UrgeWords!);
        Guid[] offered = [.. holding.Where(notice => Hands(notice.Kind)).Select(notice => notice.SubjectId).Distinct()];
        var hands = offered.Length == 0 ? [] : await db.Delegations.AsNoTracking()
            .Where(d => d.Authority == reader.Authority && offered.Contains(d.Id)).ToDictionaryAsync(d => d.Id, FromTo, cancellation);
        var held = await HeldAsync(reader, holding, cancellation);
        return holding.Select(notice => (notice.Id, Words: notice.Kind switch
        {
            NoticeKind.Urged => urged.GetValueOrDefault((notice.SubjectId, notice.Step ?? "")),
            NoticeKind.Held => held.GetValueOrDefault(notice.SubjectId),
            _ => Hands(notice.Kind) ? hands.GetValueOrDefault(notice.SubjectId) : null,
        })).Where(row => row.Words is not null).ToDictionary(row => row.Id, row => row.Words!);
    }

    /// <summary>Why cases are held (暂缓), by case; of one that was handed in with its secrecy undetermined nobody gave a reason.</summary>
    private async Task<Dictionary<Guid, string>> HeldAsync(Person reader, IReadOnlyCollection<Notice> holding,
        CancellationToken cancellation)
    {
        Guid[] ids = [.. holding.Where(notice => notice.Kind == NoticeKind.Held).Select(notice => notice.SubjectId).Distinct()];
        if (ids.Length == 0) return [];
        // A case is held once at each of its steps at most: few entries.
        var entries = await db.AuditEntries.OpenTo(reader).AsNoTracking().Where(e => e.Authority == reader.Authority && e.Act == Acts.Held
            && e.CaseId != null && ids.Contains(e.CaseId.Value) && e.Reason != null)
            .OrderBy(e => e.Position).Select(e => new { e.CaseId, e.Reason }).ToListAsync(cancellation);
        return entries.GroupBy(entry => entry.CaseId!.Value).ToDictionary(acts => acts.Key, acts => acts.Last().Reason!);
    }

    /// <summary>What became of a step that waits no longer; of whoever decided it the name, empty for the reader.</summary>
    private static string? Outcome(StepState step, CaseState review, string? by) => step switch
    {
        StepState.Cancelled when review == CaseState.Withdrawn => "起草人已撤回",
        StepState.Cancelled or StepState.Waiting when review == CaseState.Returned => "已退回起草人修改",
        StepState.Cancelled or StepState.Waiting => "审核已终止",
        StepState.Held => "已暂缓",
        _ => by switch
        {
            null => null,
            "" => "您已办理",
            _ => $"已由{by}办理",
        },
    };

    private static bool Hands(NoticeKind kind) => kind is NoticeKind.SubstitutionOffered or NoticeKind.SubstitutionAgreed
        or NoticeKind.SubstitutionRevoked or NoticeKind.SubstitutionDeclined or NoticeKind.SubstitutionHandedBack;
}
