using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Review.Features.Calendars;
using Disclosure.Review.Features.Cases;
using Disclosure.Review.Features.Delegations;
using Disclosure.Review.Features.Supervision;
using Disclosure.Review.Features.Work;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Auditing;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Disclosure.ServiceDefaults.Replaying;
using Disclosure.ServiceDefaults.Work;

namespace Disclosure.Review.Features;

/// <summary>Every endpoint of the service.</summary>
internal static class Endpoints
{
    public static void AddReview(this IServiceCollection services) => services
        .AddSingleton<RulePackLookup>(provider => authority
            => provider.GetRequiredService<RulePacks>().TryGet(authority, out var pack) ? pack : null)
        .AddSingleton<LegalClock>()
        .AddScoped<IAuditScreen<ReviewDb>, CaseAuditScreen>().AddScoped<CaseCommands>().AddScoped<CaseViewBuilder>()
        .AddScoped<IWorkSource, ReviewWork>()
        .AddScoped<IOpenClocks, StepClocks>().AddScoped<IRecordedMatters, RecordedCases>()
        .AddScoped<CaseNotices>().AddScoped<DelegationNotices>().AddScoped<EndedPowers>()
        .AddScoped<CompanionCases>().AddScoped<SubjectRecusals>()
        .AddScoped<ColleagueDirectory>().AddSingleton<ColleagueRecorder>().AddSingleton<ColleagueRecording>()
        .AddHostedService<OverdueSweep>();

    public static void MapReview(this WebApplication app)
    {
        var authority = app.MapGroup("/api/review/{authority}");
        authority.MapNotifier<ReviewDb>();
        var cases = authority.MapGroup("").RequireOwnAuthority().WithTags("审核");
        cases.AddEndpointFilter((context, next) => context.HttpContext.RequestServices.GetRequiredService<ColleagueRecording>()
            .InvokeAsync(context, next));
        cases.MapCaller();
        cases.MapWork<ReviewDb>();
        ListTasks.Map(cases);
        ListColleagues.Map(cases);
        PreviewFlow.Map(cases);
        EndCase.Map(cases);
        RaiseStep.Map(cases);
        ReadCase.Map(cases);
        ReadCaseFile.Map(cases);
        DecideStep.Map(cases);
        WithdrawCase.Map(cases);
        ShowDifference.Map(cases);
        ApproveInBulk.Map(cases);
        UrgeCase.Map(cases);
        DelegationEndpoints.Map(cases);
        ReplacePerson.Map(cases);
        Supervise.Map(cases);
        ImportNotice.Map(cases);
        ReadCalendar.Map(cases);
        cases.MapNoticeReplay();
        cases.MapPackReplay();
        cases.MapAudit<ReviewDb>();
    }
}
