using System.Security.Cryptography;
using System.Text;
using Disclosure.Documents.Bodies;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Caching.Memory;

namespace Disclosure.Gateway.Portal;

/// <summary>Bodies (正文) as HTML, each rendered once: the same text is opened by its author, its reviewers and its readers.</summary>
internal sealed class RenderedBodies : IDisposable
{
    private const int MostBytes = 64 * 1024 * 1024;

    private readonly MemoryCache rendered = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly Lock gate = new();

    /// <summary>How many bodies were rendered since the start.</summary>
    public int Renderings { get; private set; }

    /// <summary>
    /// The HTML of a body. Who asks for a text that is being rendered waits for it; one is rendered at a time, so that costly ones take one
    /// processor.
    /// </summary>
    public MarkupString ToHtml(string body)
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes(body)));
        if (rendered.TryGetValue(key, out string? html)) return new MarkupString(html!);
        lock (gate)
        {
            if (rendered.TryGetValue(key, out html)) return new MarkupString(html!);
            html = BodyMarkup.ToHtml(body);
            Renderings++;
            var size = 2L * (html.Length + key.Length);
            rendered.Set(key, html, new MemoryCacheEntryOptions { Size = size, SlidingExpiration = TimeSpan.FromHours(1) });
            return new MarkupString(html);
        }
    }

    public void Dispose() => rendered.Dispose();
}
