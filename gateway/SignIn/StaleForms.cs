using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Antiforgery;

namespace Disclosure.Gateway.SignIn;

/// <summary>
/// A form of ours whose token is no good any more: the cookie behind it is gone, or somebody else has signed in meanwhile. The page that
/// is open gets a new token; without scripts the form is offered again with one.
/// </summary>
internal static class StaleForms
{
    /// <summary>Where a page that is open gets a new token for its forms.</summary>
    public const string TokenPath = "/staff/form-token";

    private static readonly object Mark = new();

    /// <summary>Whether the request brought such a form.</summary>
    public static bool IsOne(HttpContext context) => context.Items.ContainsKey(Mark);

    /// <summary>Takes note of a refused form, if it is ours and somebody is signed in, and keeps what it held unless its page is still
    /// there.</summary>
    public static async Task TakeNoteAsync(HttpContext context)
    {
        if (context.User.Staff() is null || !StaffTokenTransform.IsOurs(context.Request)) return;
        if (EndedSessions.IsFetched(context.Request))
        {
            context.Items[Mark] = true;
            return;
        }

        // The framework lets nobody read a form that it has found invalid. This one is read to be shown and for nothing else: the request
        // is refused all the same.
        var invalid = context.Features.Get<IAntiforgeryValidationFeature>();
        context.Features.Set<IAntiforgeryValidationFeature>(null);
        if (await KeptForm.KeepAsync(context, isStale: true)) context.Items[Mark] = true;
        context.Features.Set(invalid);
    }

    /// <summary>Maps <c>GET /staff/form-token</c>: a token for the signed-in person, and who that is.</summary>
    public static void Map(WebApplication app) => app.MapGet(TokenPath, (HttpContext http, IAntiforgery antiforgery) =>
    {
        if (!IsOfOurPage(http.Request) || http.User.Staff() is not { } who) return Results.StatusCode(StatusCodes.Status403Forbidden);
        http.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // Says no-store itself.
        var tokens = antiforgery.GetAndStoreTokens(http);
        return Results.Json(new { token = tokens.RequestToken, person = who.Subject, name = who.Name });
    }).RequireAuthorization().ExcludeFromDescription();

    /// <summary>
    /// Whether one of our pages asks. Browsers say where a request comes from on safe connections only; elsewhere the page is named, which
    /// our pages do to this site and to no other.
    /// </summary>
    private static bool IsOfOurPage(HttpRequest request)
        => request.Headers["Sec-Fetch-Site"] is [{ } site] ? site == "same-origin"
            : Uri.TryCreate(request.Headers.Referer, UriKind.Absolute, out var page)
            && string.Equals(page.GetLeftPart(UriPartial.Authority), $"{request.Scheme}://{request.Host}",
                StringComparison.OrdinalIgnoreCase);
}
