using Disclosure.Review.Data;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Review.Features;

/// <summary>Who asks, with all powers of today, and how.</summary>
internal sealed record Caller(Reviewer Reviewer, CommandContext Command)
{
    public static async Task<Caller> OfAsync<T>(HttpContext http, T request, CancellationToken cancellation)
    {
        var reviewer = await http.RequestServices.GetRequiredService<Reviewers>().OfAsync(http.User.Staff()!, cancellation);
        var command = CommandContext.Of(http, request);
        return new Caller(reviewer with { Address = command.Actor.Address }, command);
    }
}
