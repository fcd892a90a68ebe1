using System.Net;
using Disclosure.Gateway.Caching;
using Disclosure.Gateway.Clients;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace Disclosure.Gateway.Tests.Caching;

/// <summary>A copy outlives an outage of its service and nothing else: what was withdrawn never comes back.</summary>
public sealed class StaleIfErrorCacheTests : IDisposable
{
    private const string Item = "api/catalogue/bijie/public/items/2026-00001";
    private const string Other = "api/catalogue/bijie/public/items/2026-00002";
    private const string Elsewhere = "api/catalogue/gaotai/public/items";

    private readonly HttpContextAccessor accessor = new() { HttpContext = new DefaultHttpContext() };
    private readonly StaleIfErrorCache copies;
    private Func<HttpRequestMessage, Task<HttpResponseMessage>> answer = request
        => Task.FromResult(ScriptedService.Answer(HttpStatusCode.OK, $$"""{"at":"{{request.RequestUri!.AbsolutePath}}"}"""));

    public StaleIfErrorCacheTests() => copies = new StaleIfErrorCache(accessor, NullLogger<StaleIfErrorCache>.Instance);

    public void Dispose() => copies.Dispose();

    [Fact]
    public async Task The_last_good_answer_is_shown_while_the_service_is_down_and_says_so()
    {
        await ReadAsync(Item);
        Assert.False(StaleIfErrorCache.IsStale(accessor.HttpContext!));
        Fails();
        Assert.Equal("/" + Item, (await ReadAsync(Item))!.At);
        Assert.True(StaleIfErrorCache.IsStale(accessor.HttpContext!));
        await Assert.ThrowsAsync<HttpRequestException>(() => ReadAsync(Other));
    }

    [Fact]
    public async Task What_is_gone_is_gone_in_an_outage_too()
    {
        await ReadAsync(Item);
        answer = _ => Task.FromResult(ScriptedService.Answer(HttpStatusCode.NotFound));
        Assert.Null(await ReadAsync(Item));
        Fails();
        await Assert.ThrowsAsync<HttpRequestException>(() => ReadAsync(Item));
    }

    [Fact]
    public async Task A_withdrawal_takes_the_copies_of_its_authority_and_of_no_other()
    {
        foreach (var address in (string[])[Item, Other, Elsewhere]) await ReadAsync(address);
        copies.ForgetAuthority("bijie");
        Fails();
        await Assert.ThrowsAsync<HttpRequestException>(() => ReadAsync(Item));
        await Assert.ThrowsAsync<HttpRequestException>(() => ReadAsync(Other));
        Assert.NotNull(await ReadAsync(Elsewhere));
    }

    [Fact]
    public async Task A_revision_takes_the_copy_of_its_item_alone()
    {
        foreach (var address in (string[])[Item, Other]) await ReadAsync(address);
        copies.ForgetItem("bijie", "2026-00001");
        Fails();
        await Assert.ThrowsAsync<HttpRequestException>(() => ReadAsync(Item));
        Assert.NotNull(await ReadAsync(Other));
    }

    public static TheoryData<string> Forgettings => ["authority", "item", "all"];

    [Theory]
    [MemberData(nameof(Forgettings))]
    public async Task An_answer_on_its_way_while_something_is_forgotten_is_not_kept(string what)
    {
        var sent = new TaskCompletionSource();
        var arrives = new TaskCompletionSource();
        answer = async _ =>
        {
            sent.SetResult();
            await arrives.Task;
            return ScriptedService.Answer(HttpStatusCode.OK, """{"at":"before the withdrawal"}""");
        };
        var reading = ReadAsync(Item);
        await sent.Task;
        switch (what)
        {
            case "authority": copies.ForgetAuthority("bijie"); break;
            case "item": copies.ForgetItem("bijie", "2026-00001"); break;
            default: copies.ForgetAll(); break;
        }

        arrives.SetResult();
        // Whoever asked before may see the state before; nobody else may.
        Assert.NotNull(await reading);
        Fails();
        await Assert.ThrowsAsync<HttpRequestException>(() => ReadAsync(Item));
    }

    [Fact]
    public async Task What_a_reader_types_leaves_no_copy_and_a_mistake_is_no_outage()
    {
        await ReadAsync(Item, keep: false);
        answer = _ => Task.FromResult(ScriptedService.Answer(HttpStatusCode.UnprocessableEntity));
        await Assert.ThrowsAsync<ReaderMistakeException>(() => ReadAsync(Item));
        Fails();
        await Assert.ThrowsAsync<HttpRequestException>(() => ReadAsync(Item));
    }

    private void Fails() => answer = _ => Task.FromResult(ScriptedService.Answer(HttpStatusCode.ServiceUnavailable));

    private async Task<Document?> ReadAsync(string address, bool keep = true)
    {
        using var http = new HttpClient(new ScriptedService(request => answer(request))) { BaseAddress = new Uri("http://catalogue/") };
        return await copies.GetAsync<Document>(http, address, keep, TestContext.Current.CancellationToken);
    }

    internal sealed record Document(string At);
}
