using Disclosure.Contracts.People;
using Disclosure.Gateway.Clients.Review;
using Disclosure.Gateway.Failures;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Gateway.Clients;

/// <summary>The signed-in person with all powers of today, asked once per page.</summary>
internal sealed class CurrentPerson(StaffReview review)
{
    private Task<Person>? known;

    /// <summary>What Review knows of the person; where it does not answer, what the token says.</summary>
    public Task<Person> OfAsync(StaffMember staff, CancellationToken cancellation) => known ??= AskAsync(staff, cancellation);

    private async Task<Person> AskAsync(StaffMember staff, CancellationToken cancellation)
    {
        var own = new Person(staff.Subject, staff.Name, staff.Authority, [new Mandate(staff.Subject, staff.Name, staff.Unit, staff.Roles)]);
        Answer<CallerView> answer;
        try
        {
            answer = await review.MeAsync(staff.Authority, cancellation);
        }
        catch (Exception failure) when (BackendFailures.IsOutage(failure))
        {
            // Every page asks, also the one that tells of the outage; what a person may do is the services' to say.
            return own;
        }

        var hasLeft = answer.Problem?.Code == PeopleFailures.HasLeft.Code;
        return hasLeft ? own with { Mandates = [], HasLeft = true }
            : answer.Value is { } me ? own with { Mandates = [.. me.Mandates.Select(Of)] } : own;
    }

    private static Mandate Of(MandateView view)
        => new(view.Principal, view.PrincipalName, view.Unit, view.Roles.ToHashSet(StringComparer.Ordinal));
}
