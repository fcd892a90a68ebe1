using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>Receives OTLP over HTTP, as a collector would.</summary>
internal sealed class Collector : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly ConcurrentQueue<(string Signal, string Body)> received = new();

    private Collector(WebApplication app) => this.app = app;

    public int Port => new Uri(app.Urls.Single()).Port;

    public static async Task<Collector> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var collector = new Collector(app);
        app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var buffer = new MemoryStream();
            await request.Body.CopyToAsync(buffer);
            collector.received.Enqueue((signal, Encoding.UTF8.GetString(buffer.ToArray())));
            return Results.Bytes([], "application/x-protobuf");
        });
        await app.StartAsync();
        return collector;
    }

    /// <summary>Whether something of that signal names it; names and messages stand in protobuf as they are.</summary>
    public bool Heard(string signal, string text)
        => received.Any(one => one.Signal == signal && one.Body.Contains(text, StringComparison.Ordinal));

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
