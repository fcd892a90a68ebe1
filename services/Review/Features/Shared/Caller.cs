using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.People;

namespace Disclosure.Review.Features.Shared;

/// <summary>Who asks, with all powers of today, and how.</summary>
internal sealed record Caller(Person Person, CommandContext Command)
{
    public static Caller Of<T>(HttpContext http, T request, params string[] roles)
        => new(http.Person(), CommandContext.Of(http, request, roles));
}
