using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Disclosure.SystemTests;

/// <summary>A span as exported: which trace, which process, what.</summary>
internal sealed record ExportedSpan(string TraceId, string Service, string Name);

/// <summary>Receives OTLP over HTTP, as a collector would, and keeps the raw bodies and the spans.</summary>
internal sealed class SpanReceiver : IAsyncDisposable
{
    private readonly WebApplication app;

    private SpanReceiver(WebApplication app) => this.app = app;

    public ConcurrentQueue<ExportedSpan> Spans { get; } = new();

    /// <summary>Everything that was exported, logs and metrics too, to look for what must not be there.</summary>
    public ConcurrentQueue<byte[]> Bodies { get; } = new();

    public string Address => app.Urls.Single();

    public static async Task<SpanReceiver> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var receiver = new SpanReceiver(app);
        app.MapPost("/v1/{signal}", async (string signal, HttpRequest request) =>
        {
            using var buffer = new MemoryStream();
            await request.Body.CopyToAsync(buffer);
            var body = buffer.ToArray();
            receiver.Bodies.Enqueue(body);
            if (signal == "traces") receiver.Keep(body);
            return Results.Bytes([], "application/x-protobuf");
        });
        await app.StartAsync();
        return receiver;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    // Field numbers of opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest.
    private void Keep(byte[] body)
    {
        foreach (var resourceSpans in Protobuf.Fields(body, 1))
        {
            var service = Protobuf.Fields(resourceSpans, 1).SelectMany(r => Protobuf.Fields(r, 1))
                .Where(attribute => Protobuf.Text(attribute, 1) == "service.name")
                .Select(attribute => Protobuf.Text(Protobuf.Fields(attribute, 2).Single(), 1)).Single();
            foreach (var span in Protobuf.Fields(resourceSpans, 2).SelectMany(scope => Protobuf.Fields(scope, 2)))
                Spans.Enqueue(new ExportedSpan(Convert.ToHexStringLower(Protobuf.Fields(span, 1).Single().Span), service,
                Protobuf.Text(span, 5)));
        }
    }
}

/// <summary>Just enough of the protobuf wire format to read length-delimited fields.</summary>
internal static class Protobuf
{
    public static List<ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message, int number)
    {
        var found = new List<ReadOnlyMemory<byte>>();
        var at = 0;
        while (at < message.Length)
        {
            var tag = Varint(message.Span, ref at);
            switch (tag & 7)
            {
                case 0: Varint(message.Span, ref at); break;
                case 1: at += 8; break;
                case 5: at += 4; break;
                case 2:
                    var length = (int)Varint(message.Span, ref at);
                    if ((int)(tag >> 3) == number) found.Add(message.Slice(at, length));
                    at += length;
                    break;
                default: throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"Wire type {tag & 7} is unknown."));
            }
        }

        return found;
    }

    public static string Text(ReadOnlyMemory<byte> message, int number)
        => Fields(message, number) is [var first, ..] ? System.Text.Encoding.UTF8.GetString(first.Span) : "";

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = bytes[at++];
            value |= (ulong)(b & 0x7f) << shift;
            if (b < 0x80) return value;
        }
    }
}
