using Disclosure.Review.Data;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Review.Features;

/// <summary>Every endpoint of the service.</summary>
internal static class Endpoints
{
    public static void AddReview(this IServiceCollection services) => services
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
