using System.Net;
using Disclosure.Gateway.Clients;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Disclosure.Gateway.Tests.Clients;

/// <summary>What a service refuses reaches the page in the service's words, whatever of a problem it left out.</summary>
public sealed class ServiceProblemTests
{
    [Theory]
    [InlineData("""{"type":"urn:disclosure:problem:item-is-unknown","title":"没有这条信息","status":404,"traceId":"1"}""",
        "item-is-unknown", "没有这条信息", null)]
    [InlineData("""{"type":"urn:disclosure:problem:person-has-left","title":"您已离岗","status":403,"detail":"由接替人员办理。"}""",
        "person-has-left", "您已离岗", "由接替人员办理。")]
    [InlineData("""{"title":"没有找到"}""", null, "没有找到", null)]
    public async Task A_refusal_without_details_is_read(string body, string? code, string title, string? detail)
    {
        await using var gateway = ScriptedGateway.Before(new ScriptedService(HttpStatusCode.Conflict, body));
        var read = await gateway.Services.GetRequiredService<StaffCatalogue>()
            .ItemAsync("bijie", Guid.CreateVersion7(), TestContext.Current.CancellationToken);
        Assert.Null(read.Value);
        Assert.Equal((409, code, title, detail), (read.Problem!.Status, read.Problem.Code, read.Problem.Title, read.Problem.Detail));
        var done = await gateway.Services.GetRequiredService<StaffCatalogue>()
            .WithdrawAsync("bijie", Guid.CreateVersion7(), "\"1\"", "理由", TestContext.Current.CancellationToken);
        Assert.Equal((code, title), (done.Problem!.Code, done.Problem.Title));
    }

    [Fact]
    public async Task Messages_of_fields_come_along()
    {
        await using var gateway = ScriptedGateway.Before(new ScriptedService(HttpStatusCode.UnprocessableEntity,
            """{"type":"urn:disclosure:problem:content-is-invalid","title":"请检查","errors":{"title":["请填写名称。"]}}"""));
        var read = await gateway.Services.GetRequiredService<StaffCatalogue>()
            .ItemAsync("bijie", Guid.CreateVersion7(), TestContext.Current.CancellationToken);
        Assert.Equal(["请填写名称。"], read.Problem!.Of("title"));
    }
}
