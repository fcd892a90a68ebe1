using System.Text;
using Disclosure.Gateway.Clients;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Printing;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Gateway.Pages.Staff.Packs;

/// <summary>The rules of the person's authority as the document that is printed and signed (核对稿).</summary>
internal static class PrintedRules
{
    public static void MapPrintedRules(this WebApplication app)
        => app.MapGet("/staff/rules/print", PrintAsync).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> PrintAsync(HttpContext http, RulePacks packs, CurrentPerson current, TimeProvider clock)
    {
        if (http.User.Staff() is not { } staff || PackPrint.Of(packs, staff.Authority, LegalDay.Today(clock)) is not { } print
            || staff.Authority == RulePacks.National)
            return Refuse(http, "账号未分配机关和单位", "请联系系统管理员，为您的账号设置所属机关和单位后重新登录。");
        if ((await current.OfAsync(staff, http.RequestAborted)).HasLeft)
            return Refuse(http, PeopleFailures.HasLeft.Title, PeopleFailures.HasLeft.Detail);
        // The document brings its style sheet with it, so that it stays whole where it is kept; nothing else is let in.
        http.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src {PackPrintHtml.StyleSource(print)}; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        return Results.Content(PackPrintHtml.Of(print, "/staff/rules"), "text/html", Encoding.UTF8);
    }

    private static IResult Refuse(HttpContext http, string title, string? detail)
    {
        http.Items[typeof(ServiceProblem)] = new ServiceProblem(StatusCodes.Status403Forbidden, title, detail);
        return Results.StatusCode(StatusCodes.Status403Forbidden);
    }
}
