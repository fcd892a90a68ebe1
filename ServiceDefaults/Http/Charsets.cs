using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>Refuses a body that says it is in any encoding but UTF-8 (415), as JSON between systems has to be (RFC 8259, 8.1).</summary>
/// <remarks>The framework fails on the name of an encoding it does not know, which would be answered as a fault of ours.</remarks>
internal static class Charsets
{
    private static readonly ProblemHttpResult IsNotUtf8 = Problems.Of(StatusCodes.Status415UnsupportedMediaType,
        "media-type-is-not-supported", "不支持这种字符编码", "请以 UTF-8 编码重新提交。");

    public static Task RefuseAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is not { CanHaveBody: true }
            || !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || type.Charset.Length == 0) return next(context);
        var charset = HeaderUtilities.RemoveQuotes(type.Charset);
        if (!charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
            && !charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase)) return IsNotUtf8.ExecuteAsync(context);
        // Nor does the framework know an encoding whose name stands in quotation marks, as it may (RFC 9110, 8.3.1). ASCII is read as the
        // UTF-8 that it is: as ASCII, whatever is none would silently become a question mark.
        type.Charset = "utf-8";
        context.Request.ContentType = type.ToString();
        return next(context);
    }
}
