using System.Net;
using Microsoft.AspNetCore.Components;

namespace Disclosure.Gateway.Portal;

/// <summary>Shows a search passage: the service's <c>&lt;mark&gt;</c> pairs stay, everything else is text.</summary>
internal static class Highlight
{
    public static MarkupString ToHtml(string passage)
        => new(WebUtility.HtmlEncode(WebUtility.HtmlDecode(passage)).Replace("&lt;mark&gt;", "<mark>", StringComparison.Ordinal).Replace("&lt;/mark&gt;", "</mark>", StringComparison.Ordinal));
}
