using System.Security.Cryptography;
using System.Text;
using Disclosure.Kernel;

namespace Disclosure.Contracts.Calendars;

/// <summary>An authority has imported a notice (放假安排), or taken one back: every service counts with it from now on.</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">When it was imported, UTC.</param>
/// <param name="Authority">The authority whose calendar it is.</param>
/// <param name="Scope">National notice or the region's.</param>
/// <param name="Year">The year it arranges.</param>
/// <param name="Edition">Counts the editions of the authority's notice of that scope and year from 1; the latest holds.</param>
/// <param name="IsWithdrawn">Whether the authority's own notice was taken back: what ships with the platform holds again.</param>
/// <param name="Days">Days off and make-up days; empty where it was taken back, and where a region adds nothing.</param>
public sealed record CalendarNoticeChanged(Guid MessageId, DateTimeOffset OccurredAt, string Authority, NoticeScope Scope, int Year,
    int Edition, bool IsWithdrawn, IReadOnlyList<ArrangedDay> Days) : IMustBeReceived
{
    Guid IIntegrationMessage.Subject => new(SHA256.HashData(Encoding.UTF8.GetBytes($"calendar/{Authority}")).AsSpan(0, 16));
}

/// <summary>A service that knows no imported notice yet asks Review to tell all of them once more; what it knows already does it no
/// harm.</summary>
/// <param name="MessageId">Identity of the message.</param>
/// <param name="OccurredAt">When, UTC.</param>
/// <param name="Authority">Empty: of every authority.</param>
/// <param name="Service">The service that asks.</param>
public sealed record CalendarsRequested(Guid MessageId, DateTimeOffset OccurredAt, string Authority, string Service) : IMustBeReceived
{
    Guid IIntegrationMessage.Subject => MessageId;
}
