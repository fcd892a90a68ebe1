using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Steps;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Reviewing;
using Disclosure.ServiceDefaults.Calendars;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Review.Data;

/// <summary>The due day of an open step, and what it is counted from.</summary>
internal sealed record StepClock(Guid CaseId, string Code, string StepName, string OfUnit, DateOnly? Due, string CountedWith,
    DateTimeOffset OpenedAt, int? Limit, DateOnly? Latest)
    : OpenClock(SubjectKinds.ReviewCase, CaseId, Code, StepName, OfUnit, Due, CountedWith)
{
    public override DateOnly? DueBy(WorkingCalendar calendar) => FlowSteps.DueBy(calendar, LegalDay.Of(OpenedAt), Limit, Latest);
}

/// <summary>办理期限 of the steps that wait for somebody.</summary>
internal sealed class StepClocks(ReviewDb db) : IOpenClocks
{
    public Task<IReadOnlyList<OpenClock>> ListAsync(Person reader, OpenClock? after, int limit, CancellationToken cancellation)
        => ListAsync(Open(reader.Authority).OpenTo(reader), after, limit, cancellation);

    public Task<IReadOnlyList<OpenClock>> OutdatedAsync(string authority, string calendar, OpenClock? after, int limit,
        CancellationToken cancellation)
        => ListAsync(Open(authority).Where(step => step.DueCountedBy != calendar), after, limit, cancellation);

    public async Task<int> SetAsync(string authority, string calendar, IReadOnlyList<Recount> recounts, DateTimeOffset now,
        CancellationToken cancellation)
    {
        Guid[] ids = [.. recounts.Select(recount => recount.Clock.SubjectId)];
        string[] codes = [.. recounts.Select(recount => recount.Clock.Part)];
        DateTimeOffset[] opened = [.. recounts.Select(recount => ((StepClock)recount.Clock).OpenedAt)];
        string[] countedBy = [.. recounts.Select(recount => recount.Clock.CountedBy)];
        DateOnly?[] before = [.. recounts.Select(recount => recount.Clock.DueOn)];
        DateOnly?[] after = [.. recounts.Select(recount => recount.DueOn)];
        // A step that somebody has taken or opened anew meanwhile is passed over: whoever did so has counted it.
        return await db.Database.ExecuteSqlAsync($"""
            with recounts as (
                select * from unnest({ids}, {codes}, {opened}, {countedBy}, {before}, {after})
                    as r(case_id, code, opened_at, counted_by, before, after)),
            counted as (
                update review_steps s set due_on = r.after, sort_on = coalesce(r.after, {CaseStep.Undated}), due_counted_by = {calendar}
                from recounts r
                where s.case_id = r.case_id and s.code = r.code and s.state = 'Open' and s.opened_at = r.opened_at
                    and s.due_counted_by = r.counted_by
                returning r.case_id, r.code, r.before, r.after, r.counted_by)
            insert into due_changes (authority, subject_id, part, before, after, calendar_before, calendar_after, at)
            select {authority}, case_id, code, before, after, counted_by, {calendar}, {now} from counted
            where before is distinct from after order by case_id, code
            """, cancellation);
    }

    private IQueryable<CaseStep> Open(string authority)
        => db.Steps.AsNoTracking().Where(step => step.Authority == authority && step.State == StepState.Open);

    private async Task<IReadOnlyList<OpenClock>> ListAsync(IQueryable<CaseStep> open, OpenClock? after, int limit,
        CancellationToken cancellation)
    {
        if (after is not null)
        {
            var (id, code) = (new CaseId(after.SubjectId), after.Part);
            open = open.Where(step => EF.Functions.GreaterThan(ValueTuple.Create(step.CaseId, step.Code), ValueTuple.Create(id, code)));
        }

        return await (from step in open.OrderBy(step => step.CaseId).ThenBy(step => step.Code).Take(limit)
                      join review in db.Cases on step.CaseId equals review.Id
                      orderby step.CaseId, step.Code
                      select new StepClock(step.CaseId.Value, step.Code, step.Name, step.Unit, step.DueOn, step.DueCountedBy,
                          step.OpenedAt!.Value, step.LimitWorkingDays, review.SubjectDueOn)).ToListAsync(cancellation);
    }
}
