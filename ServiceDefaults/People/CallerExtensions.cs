using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Disclosure.ServiceDefaults.People;

/// <summary>The person behind a request, looked up once and before anything of it is read.</summary>
public static class CallerExtensions
{
    /// <summary>The member of staff behind the request, with all powers of today.</summary>
    /// <param name="http">A request to an endpoint for staff of the authority.</param>
    /// <returns>The person, who has not left.</returns>
    /// <exception cref="InvalidOperationException">The endpoint is not one for staff.</exception>
    public static Person Person(this HttpContext http)
    {
        ArgumentNullException.ThrowIfNull(http);
        return http.Features.Get<CallerFeature>()?.Person
            ?? throw new InvalidOperationException("Nobody was looked up: the endpoint does not demand staff of its authority.");
    }

    /// <summary>Looks the person up, once per request.</summary>
    internal static async Task<Person> LookUpAsync(this HttpContext http, StaffMember staff)
    {
        if (http.Features.Get<CallerFeature>() is { } known) return known.Person;
        // A process without a database knows nothing but the token.
        var person = http.RequestServices.GetService<IPeople>() is { } people ? await people.OfAsync(staff, http.RequestAborted)
            : new Person(staff.Subject, staff.Name, staff.Authority, [new Mandate(staff.Subject, staff.Name, staff.Unit, staff.Roles)]);
        // The gateway's word for the browser's address has been taken by then, from the gateway only.
        person = person with { Address = http.Connection.RemoteIpAddress?.ToString() };
        http.Features.Set(new CallerFeature(person));
        return person;
    }

    private sealed record CallerFeature(Person Person);
}
