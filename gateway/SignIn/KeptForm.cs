using System.Text;
using Disclosure.Gateway.Failures;
using Disclosure.Gateway.Pages.Staff;
using Microsoft.AspNetCore.Http.Features;

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

    /// <summary>Text that is kept for whoever has no session, bytes of UTF-8: anybody may send it, and the answer holds it.</summary>
    internal const int MaxText = 400 * 1024;

    /// <summary>A body of more bytes holds more text than that, however it is encoded; it is not read at all.</summary>
    private const long MaxBody = 3 * MaxText + 4096;

    private const string Form = "application/x-www-form-urlencoded";

    /// <summary>The form that a request brought, or null.</summary>
    internal static KeptForm? Of(HttpContext context) => context.Items[typeof(KeptForm)] as KeptForm;

    /// <summary>What is known of the content of the form that a request brought.</summary>
    internal static FormContent ContentOf(HttpContext context) => context.Items[typeof(FormContent)] as FormContent? ?? FormContent.Unknown;

    /// <summary>Keeps the form that a request brings. Files are not kept, and what another site sent is not shown.</summary>
    /// <param name="context">The request.</param>
    /// <param name="isStale">Whether its token is no good; then somebody is signed in.</param>
    /// <param name="isOpen">Whether the page with the form stays open, so that nothing of it need be shown.</param>
    /// <returns>False for a form that cannot be read, which is answered with 400.</returns>
    internal static async Task<bool> KeepAsync(HttpContext context, bool isStale, bool isOpen = false)
    {
        var request = context.Request;
        if (!StaffTokenTransform.IsOurs(request)
            || request.ContentType?.StartsWith(Form, StringComparison.OrdinalIgnoreCase) != true) return true;
        if (!isStale && !Fits(context)) return true;
        try
        {
            var form = await request.ReadFormAsync(context.RequestAborted);
            if (!isStale && form.Sum(field => SizeOf(field.Key) + field.Value.Sum(SizeOf)) > MaxText)
            {
                context.Items[typeof(FormContent)] = FormContent.TooLarge;
                return true;
            }

            var fields = form.Where(field => !isStale || field.Key != TokenField)
                .SelectMany(field => field.Value.Select(value => (field.Key, Value: value ?? ""))).ToList();
            context.Items[typeof(FormContent)] = fields.Any(field => field.Value.Length > 0 && FieldNames.OfText(field.Key) is not null)
                ? FormContent.Written : FormContent.Chosen;
            if (isOpen) return true;
            context.Items[typeof(KeptForm)] = new KeptForm(request.PathBase + request.Path + request.QueryString, fields, isStale);
            return true;
        }
        catch (BadHttpRequestException failure) when (failure.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            context.Items[typeof(FormContent)] = FormContent.TooLarge;
            return true;
        }
        catch (Exception failure) when (BackendFailures.IsUnreadableForm(failure))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return false;
        }
    }

    /// <summary>Whether the body may be read. One that tells no length is measured while it is.</summary>
    private static bool Fits(HttpContext context)
    {
        if (context.Request.ContentLength > MaxBody)
        {
            context.Items[typeof(FormContent)] = FormContent.TooLarge;
            return false;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit
            && !(limit.MaxRequestBodySize <= MaxBody)) limit.MaxRequestBodySize = MaxBody;
        return true;
    }

    private static long SizeOf(string? text) => Encoding.UTF8.GetByteCount(text ?? "");
}

/// <summary>What is known of the content of a form that was not taken.</summary>
internal enum FormContent
{
    /// <summary>It was not read: it brought files, or came from another site.</summary>
    Unknown,

    /// <summary>Something was typed into it.</summary>
    Written,

    /// <summary>Nothing was typed: something was ticked or pressed.</summary>
    Chosen,

    /// <summary>It held more than is kept for whoever has no session.</summary>
    TooLarge,
}
