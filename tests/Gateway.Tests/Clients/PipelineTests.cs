using System.Net;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Gateway.Clients;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Polly;
using Polly.CircuitBreaker;
using Xunit;

namespace Disclosure.Gateway.Tests.Clients;

/// <summary>How often a service is asked, and when it is left alone.</summary>
public sealed class PipelineTests
{
    // The breaker judges once it has seen a hundred requests.
    private const int Many = 120;

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable, true)]
    [InlineData(HttpStatusCode.BadGateway, true)]
    [InlineData(HttpStatusCode.GatewayTimeout, true)]
    [InlineData(HttpStatusCode.RequestTimeout, true)]
    [InlineData(HttpStatusCode.InternalServerError, false)]
    [InlineData(HttpStatusCode.TooManyRequests, false)]
    [InlineData(HttpStatusCode.NotFound, false)]
    [InlineData(HttpStatusCode.OK, false)]
    public void Some_answers_tell_of_the_service_and_some_of_the_request(HttpStatusCode status, bool ofTheService)
    {
        using var response = new HttpResponseMessage(status);
        Assert.Equal(ofTheService, ClientExtensions.TellsOfTheService(Outcome.FromResult(response)));
    }

    [Fact]
    public void No_answer_tells_of_the_service()
        => Assert.True(ClientExtensions.TellsOfTheService(Outcome.FromException<HttpResponseMessage>(new HttpRequestException("refused"))));

    [Fact]
    public async Task A_read_is_tried_three_times_and_a_write_once()
    {
        var service = new ScriptedService(HttpStatusCode.ServiceUnavailable);
        await using var gateway = ScriptedGateway.Before(service);
        await Assert.ThrowsAsync<HttpRequestException>(() => ReadAsync(gateway));
        Assert.Equal(3, service.Asked);
        await Assert.ThrowsAsync<HttpRequestException>(() => WriteAsync(gateway));
        Assert.Equal(4, service.Asked);
    }

    [Fact]
    public async Task A_service_that_is_down_is_left_alone_and_one_that_stumbles_over_a_request_is_not()
    {
        var stumbles = new ScriptedService(HttpStatusCode.InternalServerError);
        await using var one = ScriptedGateway.Before(stumbles);
        for (var i = 0; i < Many; i++) await Assert.ThrowsAsync<HttpRequestException>(() => WriteAsync(one));
        Assert.Equal(Many, stumbles.Asked);

        var down = new ScriptedService(HttpStatusCode.ServiceUnavailable);
        await using var other = ScriptedGateway.Before(down);
        for (var i = 0; i < Many; i++) await Assert.ThrowsAnyAsync<Exception>(() => WriteAsync(other));
        Assert.InRange(down.Asked, 100, Many - 1);
        var left = down.Asked;
        await Assert.ThrowsAsync<BrokenCircuitException>(() => WriteAsync(other));
        Assert.Equal(left, down.Asked);
    }

    [Fact]
    public async Task A_file_is_sent_once_and_its_failures_close_the_way_for_nobody()
    {
        var service = new ScriptedService(HttpStatusCode.ServiceUnavailable);
        await using var gateway = ScriptedGateway.Before(service);
        for (var i = 0; i < Many; i++) await Assert.ThrowsAsync<HttpRequestException>(() => UploadAsync(gateway));
        Assert.Equal(Many, service.Asked);
    }

    private static Task<Answer<StaffItem>> ReadAsync(WebApplication gateway)
        => gateway.Services.GetRequiredService<StaffCatalogue>()
        .ItemAsync("bijie", Guid.CreateVersion7(), TestContext.Current.CancellationToken);

    private static Task<Answer<Receipt>> WriteAsync(WebApplication gateway)
        => gateway.Services.GetRequiredService<StaffCatalogue>()
        .WithdrawAsync("bijie", Guid.CreateVersion7(), "\"1\"", "理由", TestContext.Current.CancellationToken);

    private static async Task UploadAsync(WebApplication gateway)
    {
        using var content = new MemoryStream("正文"u8.ToArray());
        var file = new Microsoft.AspNetCore.Http.FormFile(content, 0, content.Length, "file", "文件.txt");
        await gateway.Services.GetRequiredService<StaffCatalogue>()
            .ImportAsync("bijie", file, null, "key", TestContext.Current.CancellationToken);
    }
}
