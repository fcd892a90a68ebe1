using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Calendars;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Disclosure.Gateway.RulesApi;

/// <summary>Registers what the read-only rules API needs.</summary>
public static class RulesApiExtensions
{
    /// <summary>Adds the rule packs and the working calendar, unless they are there, and the rate limit of the API.</summary>
    /// <param name="services">Registrations of the gateway.</param>
    /// <returns>The same collection.</returns>
    public static IServiceCollection AddRulesApi(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => RulePacks.Load(provider.GetRequiredService<IConfiguration>()["RulePacks:Directory"]));
        services.TryAddSingleton(provider => new AuthorityCalendars(provider.GetRequiredService<RulePacks>(),
            WorkingCalendars.Load(provider.GetRequiredService<IConfiguration>()["Calendar:Directory"])));
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<RulesLimiter>();
        services.AddOptions<RulesApiLimits>().BindConfiguration("RulesApi");
        return services.AddRateLimiter(options => options.AddPolicy<string, RulesRateLimit>(RulesRateLimit.Name));
    }
}
