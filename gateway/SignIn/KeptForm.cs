using Disclosure.Gateway.Failures;

namespace Disclosure.Gateway.SignIn;

/// <summary>What a form held that could not be taken for a reason that lies with nobody's work: its session had ended, or its page was too
/// old. It is sent again from the page that says so, by whoever reads it there, and never by itself.</summary>
/// <param name="Address">Where it was sent.</param>
/// <param name="Fields">Names and values, in order.</param>
/// <param name="IsStale">Whether it has to go with a new token, because the one it came with is no good.</param>
public sealed record KeptForm(string Address, IReadOnlyList<(string Name, string Value)> Fields, bool IsStale = false)
{
    /// <summary>Name of the field by which a form shows that it is ours.</summary>
    internal const string TokenField = "__RequestVerificationToken";

    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>The form that a request brought, or null.</summary>
    internal static KeptForm? Of(HttpContext context) => context.Items[typeof(KeptForm)] as KeptForm;

    /// <summary>Keeps the form that a request brings. Files are not kept, and what another site sent is not shown.</summary>
    /// <param name="context">The request.</param>
    /// <param name="isStale">Whether its token is no good.</param>
    /// <returns>False for a form that cannot be read, which is answered with 400.</returns>
    internal static async Task<bool> KeepAsync(HttpContext context, bool isStale)
    {
        var request = context.Request;
        if (!StaffTokenTransform.IsOurs(request)
            || request.ContentType?.StartsWith(Form, StringComparison.OrdinalIgnoreCase) != true) return true;
        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            var fields = form.Where(field => !isStale || field.Key != TokenField)
                .SelectMany(field => field.Value.Select(value => (field.Key, value ?? "")));
            context.Items[typeof(KeptForm)] = new KeptForm(request.PathBase + request.Path + request.QueryString, [.. fields], isStale);
            return true;
        }
        catch (Exception failure) when (BackendFailures.IsUnreadableForm(failure))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return false;
        }
    }
}
