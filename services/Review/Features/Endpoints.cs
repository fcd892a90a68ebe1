using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Review.Features;

/// <summary>Every endpoint of the service.</summary>
internal static class Endpoints
{
    public static void AddReview(this IServiceCollection services) => services
        .AddSingleton<PackOf>(provider => authority => provider.GetRequiredService<RulePacks>().TryGet(authority, out var pack) ? pack : null)
        .AddScoped<AuditLog>().AddScoped<Reviewers>().AddScoped<CaseActs>().AddScoped<CaseReader>();

    public static void MapReview(this WebApplication app)
    {
        var cases = app.MapGroup("/api/review/{authority}").RequireOwnAuthority().WithTags("审核");
        ListTasks.Map(cases);
        ReadCase.Map(cases);
        DecideStep.Map(cases);
        WithdrawCase.Map(cases);
        VerifyAudit.Map(cases);
    }
}
