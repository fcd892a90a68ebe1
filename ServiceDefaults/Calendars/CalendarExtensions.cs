using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Persistence;
using Disclosure.ServiceDefaults.Replaying;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Disclosure.ServiceDefaults.Calendars;

/// <summary>Registers the rules of the deployment: packs and calendars.</summary>
public static class CalendarExtensions
{
    /// <summary>Adds the rule packs (<c>RulePacks:Directory</c>) and the authorities' calendars (<c>Calendar:Directory</c>), as new as the
    /// service's database.</summary>
    /// <typeparam name="TDb">The service's database.</typeparam>
    /// <param name="builder">The host builder.</param>
    /// <returns>The same builder.</returns>
    /// <exception cref="RulePackException">A pack is faulty: the service does not start.</exception>
    /// <exception cref="CalendarException">A notice is faulty: the service does not start.</exception>
    public static IHostApplicationBuilder AddRules<TDb>(this IHostApplicationBuilder builder) where TDb : ServiceDbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        var packs = RulePacks.Load(builder.Configuration["RulePacks:Directory"]);
        builder.Services.AddSingleton(packs);
        builder.Services.AddSingleton(new AuthorityCalendars(packs, WorkingCalendars.Load(builder.Configuration["Calendar:Directory"])));
        builder.Services.AddSingleton<ReplayLimiter>();
        builder.Services.AddSingleton<CalendarKeeper<TDb>>();
        builder.Services.AddHostedService(services => services.GetRequiredService<CalendarKeeper<TDb>>());
        return builder;
    }
}
