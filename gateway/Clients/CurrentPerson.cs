using Disclosure.Contracts.People;
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
        var answer = await review.MeAsync(staff.Authority, cancellation);
        var hasLeft = answer.Problem is { Status: StatusCodes.Status403Forbidden } problem && problem.Title == PeopleFailures.HasLeft.Title;
        return new Person(staff.Subject, staff.Name, staff.Authority, hasLeft ? [] : answer.Value is { } me ? [.. me.Mandates.Select(Of)]
            : [new Mandate(staff.Subject, staff.Name, staff.Unit, staff.Roles)], hasLeft);
    }

    private static Mandate Of(MandateView view)
        => new(view.Principal, view.PrincipalName, view.Unit, view.Roles.ToHashSet(StringComparer.Ordinal));
}
