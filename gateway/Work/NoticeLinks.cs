using Disclosure.Gateway.Clients;
using Disclosure.Gateway.Security;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Gateway.Work;

/// <summary>The address of a notice, on the page and in what is sent outside of it: it leads to what the notice is about, and from then on
/// the notice is seen.</summary>
internal static class NoticeLinks
{
    public static string Of(string service, Guid notice) => $"/staff/notices/{service}/{notice}";

    public static void MapNoticeLinks(this WebApplication app)
        => app.MapGet("/staff/notices/{service}/{id:guid}", OpenAsync).RequireAuthorization().ExcludeFromDescription();

    /// <summary>Headers by which browsers say that they fetch a page before anybody wants it.</summary>
    private static readonly string[] Purposes = ["Sec-Purpose", "Purpose", "X-Purpose", "X-Moz"];

    /// <summary>Whether a person opens the address: no purpose is named, whichever it is.</summary>
    private static bool IsRead(HttpContext http) => !HeadRequests.IsOne(http) && !Purposes.Any(http.Request.Headers.ContainsKey);

    private static async Task<IResult> OpenAsync(string service, Guid id, HttpContext http, PersonalWork work)
    {
        if (http.User.Staff() is not { } staff || work.Of(service) is not { } source) return Results.NotFound();
        var answer = await source.NoticeAsync(staff.Authority, id, http.RequestAborted);
        if (answer.Problem is { } problem)
        {
            http.Items[typeof(ServiceProblem)] = problem;
            return Results.StatusCode(problem.Status);
        }

        if (IsRead(http)) await source.SeenAsync(staff.Authority, [id], http.RequestAborted);
        return Results.LocalRedirect(ReturnAddress.Or(answer.Value!.Link, "/staff"));
    }
}
