using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>What the framework refuses before any code of ours is a problem of ours all the same.</summary>
public sealed class FrameworkFailureTests
{
    private sealed record Draft(string Title);

    public static TheoryData<string, string, string?, string?, HttpStatusCode, string, string> Refusals() => new()
    {
        { "POST", "/drafts", "{ half", "application/json", HttpStatusCode.BadRequest, "request-is-invalid", "请求有误" },
        { "POST", "/drafts", """{"unknown":1}""", "application/json", HttpStatusCode.BadRequest, "request-is-invalid", "请求有误" },
        { "GET", "/nowhere", null, null, HttpStatusCode.NotFound, "not-found", "没有找到" },
        { "GET", "/missing", null, null, HttpStatusCode.NotFound, "not-found", "没有找到" },
        { "DELETE", "/drafts", null, null, HttpStatusCode.MethodNotAllowed, "method-is-not-allowed", "不支持这种请求方法" },
        { "POST", "/drafts", new string('x', (int)ServiceDefaultsExtensions.MaxRequestBody + 1), "application/json", HttpStatusCode.RequestEntityTooLarge, "content-is-too-large", "内容过大" },
        { "POST", "/drafts", "<a/>", "text/xml", HttpStatusCode.UnsupportedMediaType, "media-type-is-not-supported", "不支持这种内容格式" },
        { "GET", "/broken", null, null, HttpStatusCode.InternalServerError, "unexpected-error", "出现了意外的错误" },
        { "GET", "/ours", null, null, HttpStatusCode.Conflict, "reply-period-has-ended", "答复期限已满" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_has_a_type_of_ours_and_Chinese_words(string method, string path, string? body, string? type, HttpStatusCode status, string code, string title)
    {
        await using var app = await StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type!));

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(("urn:disclosure:problem:" + code, title), (problem.GetProperty("type").GetString(), problem.GetProperty("title").GetString()));
        Assert.Contains(problem.GetProperty("detail").GetString()!, c => c > 0x4E00);
    }

    [Theory]
    [InlineData((int)ServiceDefaultsExtensions.MaxRequestBody + 1, "/drafts", true)]
    [InlineData(40 * 1024 * 1024, "/drafts", true)]
    [InlineData(3 * 1024 * 1024, "/uploads", false)]
    public async Task Who_sends_too_much_hears_it_after_the_last_byte(int length, string path, bool refused)
    {
        await using var app = await StartAsync();
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri(app.Urls.Single()).Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();

        // Without a look at the answer until all is sent, as a browser does: a connection that is cut meanwhile fails the write.
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\n"), TestContext.Current.CancellationToken);
        for (var sent = 0; sent < length; sent += Chunk.Length) await stream.WriteAsync(Chunk.AsMemory(0, Math.Min(Chunk.Length, length - sent)), TestContext.Current.CancellationToken);

        using var reader = new StreamReader(stream);
        Assert.Equal($"HTTP/1.1 {(refused ? "413 Payload Too Large" : "200 OK")}", await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    private static readonly byte[] Chunk = new byte[64 * 1024];

    private sealed record Upload(long? MaxRequestBodySize) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata;

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults();
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapPost("/drafts", (Draft draft) => draft.Title);
        app.MapPost("/uploads", async (HttpContext context) => await context.Request.Body.CopyToAsync(Stream.Null)).WithMetadata(new Upload(4 * 1024 * 1024));
        app.MapGet("/missing", () => TypedResults.NotFound());
        app.MapGet("/broken", string () => throw new InvalidOperationException("a bug"));
        app.MapGet("/ours", () => new Http.Failure("reply-period-has-ended", StatusCodes.Status409Conflict, "答复期限已满", "请先办理延期。").ToProblem());
        await app.StartAsync();
        return app;
    }
}
