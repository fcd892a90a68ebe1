using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Disclosure.Documents.Bodies;
using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Caching.Memory;

namespace Disclosure.Gateway.Portal;

/// <summary>Bodies (正文) as HTML, each rendered once: the same text is opened by its author, its reviewers and its readers.</summary>
/// <param name="render">Makes HTML of a body.</param>
internal sealed class RenderedBodies(Func<string, string> render) : IDisposable
{
    private const int MostBytes = 64 * 1024 * 1024;

    private readonly MemoryCache rendered = new(new MemoryCacheOptions { SizeLimit = MostBytes });
    private readonly ConcurrentDictionary<string, Lazy<string>> beingRendered = new();
    private int renderings;

    public RenderedBodies()
        : this(BodyMarkup.ToHtml)
    {
    }

    /// <summary>How many bodies were rendered since the start.</summary>
    public int Renderings => Volatile.Read(ref renderings);

    /// <summary>The HTML of a body. Who asks for a text that is being rendered waits for it, and for no other.</summary>
    public MarkupString ToHtml(string body)
    {
        var key = Convert.ToHexString(SHA256.HashData(Encoding.Unicode.GetBytes(body)));
        if (rendered.TryGetValue(key, out string? html)) return new MarkupString(html!);
        var work = beingRendered.GetOrAdd(key, _ => new Lazy<string>(() => Render(key, body)));
        try
        {
            return new MarkupString(work.Value);
        }
        finally
        {
            beingRendered.TryRemove(KeyValuePair.Create(key, work));
        }
    }

    private string Render(string key, string body)
    {
        // Whoever asked too late to wait for it finds it here.
        if (rendered.TryGetValue(key, out string? html)) return html!;
        html = render(body);
        Interlocked.Increment(ref renderings);
        rendered.Set(key, html,
            new MemoryCacheEntryOptions { Size = 2L * (html.Length + key.Length), SlidingExpiration = TimeSpan.FromHours(1) });
        return html;
    }

    public void Dispose() => rendered.Dispose();
}
