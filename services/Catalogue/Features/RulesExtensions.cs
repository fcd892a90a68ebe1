using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;

namespace Disclosure.Catalogue.Features;

/// <summary>The rules that features ask: packs of the authorities and the working calendar.</summary>
internal static class RulesExtensions
{
    /// <summary>Loads both from the configured directories, or what is built in.</summary>
    public static void AddRules(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => RulePacks.Load(builder.Configuration["RulePacks:Directory"]));
        builder.Services.AddSingleton(_ => WorkingCalendar.Load(builder.Configuration["Calendar:Directory"]));
    }
}
