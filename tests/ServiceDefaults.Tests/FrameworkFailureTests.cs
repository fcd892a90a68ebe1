using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>What the framework refuses before any code of ours is a problem of ours all the same.</summary>
public sealed class FrameworkFailureTests
{
    private const string Form = "application/x-www-form-urlencoded";

    private sealed record Draft(string Title);

    public static TheoryData<string, string, string?, string?, HttpStatusCode, string, string> Refusals() => new()
    {
        { "POST", "/drafts", "{ half", "application/json", HttpStatusCode.BadRequest, "request-is-invalid", "请求有误" },
        { "POST", "/drafts", """{"unknown":1}""", "application/json", HttpStatusCode.BadRequest, "request-is-invalid", "请求有误" },
        { "POST", "/drafts", """{"title":"a\u0000b"}""", "application/json", HttpStatusCode.BadRequest, "request-is-invalid", "请求有误" },
        { "POST", "/drafts", """{"title":"\ud83d"}""", "application/json", HttpStatusCode.BadRequest, "request-is-invalid", "请求有误" },
        { "POST", "/tables", """{"a\u0000":"b"}""", "application/json", HttpStatusCode.BadRequest, "request-is-invalid", "请求有误" },
        { "POST", "/drafts", """{"\ud83d":1}""", "application/json", HttpStatusCode.BadRequest, "request-is-invalid", "请求有误" },
        { "POST", "/forms", "a=%00", Form, HttpStatusCode.BadRequest, "request-is-invalid", "请求有误" },
        { "POST", "/forms", "%00=a", Form, HttpStatusCode.BadRequest, "request-is-invalid", "请求有误" },
        { "POST", "/forms", string.Concat(Enumerable.Repeat("a=&", 1025)), Form, HttpStatusCode.BadRequest, "request-is-invalid", "请求有误" },
        { "POST", "/forms", new string('a', 2049) + "=", Form, HttpStatusCode.BadRequest, "request-is-invalid", "请求有误" },
        { "POST", "/forms", "--b\r\n\r\n", "multipart/form-data; boundary=b", HttpStatusCode.BadRequest, "request-is-invalid", "请求有误" },
        { "GET", "/archive", null, null, HttpStatusCode.InternalServerError, "unexpected-error", "出现了意外的错误" },
        { "GET", "/nowhere", null, null, HttpStatusCode.NotFound, "not-found", "没有找到" },
        { "GET", "/missing", null, null, HttpStatusCode.NotFound, "not-found", "没有找到" },
        { "DELETE", "/drafts", null, null, HttpStatusCode.MethodNotAllowed, "method-is-not-allowed", "不支持这种请求方法" },
        { "POST", "/drafts", new string('x', (int)ServiceDefaultsExtensions.MaxRequestBody + 1), "application/json",
        HttpStatusCode.RequestEntityTooLarge, "content-is-too-large", "内容过大" },
        { "POST", "/drafts", "<a/>", "text/xml", HttpStatusCode.UnsupportedMediaType, "media-type-is-not-supported", "不支持这种内容格式" },
        { "POST", "/drafts", """{"title":"a"}""", "application/json; charset=nonsense", HttpStatusCode.UnsupportedMediaType,
        "media-type-is-not-supported", "不支持这种字符编码" },
        { "POST", "/drafts", """{"title":"a"}""", "application/json; charset=utf-7", HttpStatusCode.UnsupportedMediaType,
        "media-type-is-not-supported", "不支持这种字符编码" },
        { "GET", "/broken", null, null, HttpStatusCode.InternalServerError, "unexpected-error", "出现了意外的错误" },
        { "POST", "/drafts", """{"title":"\ufffe"}""", "application/json", HttpStatusCode.BadRequest, "request-is-invalid", "请求有误" },
        { "GET", "/ok?q=%00", null, null, HttpStatusCode.BadRequest, "address-is-invalid", "地址无效" },
        { "GET", "/database", null, null, HttpStatusCode.ServiceUnavailable, "service-is-unavailable", "服务暂时不可用" },
        { "GET", "/busy", null, null, HttpStatusCode.TooManyRequests, "too-many-at-once", "多人正在办理" },
        { "GET", "/ours", null, null, HttpStatusCode.Conflict, "reply-period-has-ended", "答复期限已满" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task A_refusal_has_a_type_of_ours_and_Chinese_words(string method, string path, string? body, string? type,
        HttpStatusCode status, string code, string title)
    {
        await using var app = await StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null) request.Content = new StringContent(body, Encoding.UTF8, MediaTypeHeaderValue.Parse(type!));

        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        // Whatever may succeed later says when.
        Assert.Equal(status is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests, answer.Headers.RetryAfter is not null);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Equal(("urn:disclosure:problem:" + code, title),
            (problem.GetProperty("type").GetString(), problem.GetProperty("title").GetString()));
        Assert.Contains(problem.GetProperty("detail").GetString()!, c => c > 0x4E00);
    }

    [Theory]
    [InlineData("""{"title":"机密\u0000内容"}""", "title", "无法保存的字符")]
    [InlineData("""{"title":{"机密":1}}""", "title", "无法读取")]
    [InlineData("""{"秘密事项":1}""", "秘密事项", "无法读取")]
    public async Task The_place_that_cannot_be_read_is_named_and_what_stands_there_is_not(string body, string field, string words)
    {
        await using var app = await StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await http.PostAsync("/drafts", content, TestContext.Current.CancellationToken);
        var problem = await answer.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.Contains(words, problem.GetProperty("errors").GetProperty(field)[0].GetString(), StringComparison.Ordinal);
        Assert.StartsWith(field, problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("机密", problem.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/json; charset=UTF-8")]
    [InlineData("application/json; charset=\"utf-8\"")]
    [InlineData("application/json; charset=us-ascii")]
    public async Task A_body_of_UTF_8_is_read_whether_or_not_it_says_so(string type)
    {
        await using var app = await StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        using var content = new StringContent("""{"title":"公告"}""", Encoding.UTF8, MediaTypeHeaderValue.Parse(type));
        using var answer = await http.PostAsync("/drafts", content, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("/ok", 200)]
    [InlineData("/cached-elsewhere", 200)]
    [InlineData("/missing", 404)]
    [InlineData("/drafts", 405)]
    public async Task What_can_be_read_answers_to_HEAD_without_a_body(string path, int status)
    {
        await using var app = await StartAsync();
        var answer = await TalkAsync(app, $"HEAD {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        Assert.StartsWith($"HTTP/1.1 {status} ", answer, StringComparison.Ordinal);
        Assert.EndsWith("\r\n\r\n", answer, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/uploads", "FFFFFFFFFFFFFFFFF")]
    [InlineData("/uploads", "80000000")]
    [InlineData("/uploads", "zz")]
    [InlineData("/wrapped", "FFFFFFFFFFFFFFFFF")]
    public async Task A_chunk_of_impossible_size_is_the_senders_mistake(string path, string size)
    {
        var log = new ErrorCount();
        await using var app = await StartAsync(log);
        var answer = await TalkAsync(app,
            $"POST {path} HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n"
                + $"{size}\r\nabc\r\n0\r\n\r\n");
        Assert.StartsWith("HTTP/1.1 400 ", answer, StringComparison.Ordinal);
        Assert.Equal(0, log.Errors);
    }

    [Fact]
    public async Task A_mistake_of_the_caller_is_no_error_of_ours_in_the_log_and_a_bug_is()
    {
        var log = new ErrorCount();
        await using var app = await StartAsync(log);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        foreach (var body in (string[])["{ half", """{"title":"a\u0000b"}""", """{"unknown":1}"""])
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using var mistake = await http.PostAsync("/drafts", content, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, mistake.StatusCode);
        }

        Assert.Equal(0, log.Errors);
        using var bug = await http.GetAsync("/broken", TestContext.Current.CancellationToken);
        Assert.Equal(1, log.Errors);
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
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: x\r\nContent-Length: {length}\r\n\r\n"),
            TestContext.Current.CancellationToken);
        for (var sent = 0; sent < length; sent += Chunk.Length) await stream
            .WriteAsync(Chunk.AsMemory(0, Math.Min(Chunk.Length, length - sent)), TestContext.Current.CancellationToken);

        using var reader = new StreamReader(stream);
        Assert.Equal($"HTTP/1.1 {(refused ? "413 Payload Too Large" : "200 OK")}",
            await reader.ReadLineAsync(TestContext.Current.CancellationToken));
    }

    private static readonly byte[] Chunk = new byte[64 * 1024];

    private sealed record Upload(long? MaxRequestBodySize) : Microsoft.AspNetCore.Http.Metadata.IRequestSizeLimitMetadata;

    private static async Task<string> TalkAsync(WebApplication app, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync("127.0.0.1", new Uri(app.Urls.Single()).Port, TestContext.Current.CancellationToken);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Every_kind_of_failure_has_a_status_of_its_own()
        => Assert.Equal(Enum.GetValues<FailureKind>().Length, Enum.GetValues<FailureKind>().Select(Problems.StatusOf).Distinct().Count());

    /// <summary>Counts what is logged as an error.</summary>
    private sealed class ErrorCount : ILoggerProvider, ILogger
    {
        private int errors;

        public int Errors => Volatile.Read(ref errors);

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
            Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) Interlocked.Increment(ref errors);
        }

        public void Dispose() { }
    }

    private static async Task<WebApplication> StartAsync(ILoggerProvider? log = null)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        if (log is not null) builder.Logging.AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.AddServiceDefaults();
        var app = builder.Build();
        app.UseServiceDefaults();
        app.MapPost("/drafts", (Draft draft) => draft.Title);
        app.MapPost("/uploads", async (HttpContext context) => await context.Request.Body.CopyToAsync(Stream.Null))
            .WithMetadata(new Upload(4 * 1024 * 1024));
        app.MapPost("/wrapped", async (HttpContext context) =>
        {
            try
            {
                await context.Request.Body.CopyToAsync(Stream.Null);
            }
            catch (IOException cause)
            {
                throw new InvalidOperationException("The form cannot be read.", cause);
            }
        });
        app.MapPost("/tables", (Dictionary<string, string> table) => table.Count);
        app.MapPost("/forms", async (HttpContext context) => (await context.Request.ReadFormAsync()).Count);
        app.MapGet("/archive", string () => throw new InvalidDataException("a bug"));
        app.MapGet("/ok", () => "readable");
        app.MapGet("/cached-elsewhere", () => TypedResults.Text(new string('x', 100_000)));
        app.MapGet("/missing", () => TypedResults.NotFound());
        app.MapGet("/broken", string () => throw new InvalidOperationException("a bug"));
        app.MapGet("/busy", () => CommandFailures.TooBusy.ToProblem());
        app.MapGet("/database", async () =>
        {
            // Nothing listens there.
            await using var database = NpgsqlDataSource.Create("Host=127.0.0.1;Port=1;Username=nobody;Database=nothing");
            await using var connection = await database.OpenConnectionAsync();
        });
        app.MapGet("/ours", () => new Failure(FailureKind.Conflict, "reply-period-has-ended", "答复期限已满", "请先办理延期。").ToProblem());
        await app.StartAsync();
        return app;
    }
}
