using Disclosure.Kernel;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Calendars;

namespace Disclosure.Review.Data;

/// <summary>The present, as the domain sees it: the process's clock, and legal days by the authority's working calendar (工作日历).</summary>
internal sealed class LegalClock(TimeProvider clock, AuthorityCalendars calendars)
{
    /// <summary>Today's legal day, the same for every authority.</summary>
    public DateOnly Today => LegalDay.Today(clock);

    public LegalTime Now(string authority)
    {
        var now = clock.GetUtcNow();
        return new LegalTime(now, LegalDay.Of(now), calendars.Of(authority));
    }
}
