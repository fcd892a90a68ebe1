using System.Text;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.SystemTests;

/// <summary>Operators see one request as one trace through every process, and no content in it.</summary>
[Collection(nameof(Stack))]
public sealed class TraceTests(Stack stack)
{
    [Fact]
    public async Task A_submission_and_an_approval_are_each_one_trace_through_gateway_broker_and_both_services()
    {
        using var people = new People(stack);
        const string title = "追踪标题不应出现在遥测中";
        var id = await people.SubmitAsync(title);
        await people.ApproveAsync(id, "bijie-head");
        await people.ApproveAsync(id, "bijie-deputy");
        await people.PublishedOnceAsync(id, title);

        // Submission: gateway → catalogue → broker → review. Approval: gateway → review → broker → catalogue → broker → gateway's cache.
        await Eventually.Holds(() => Task.FromResult(Crosses("submit", "gateway", "catalogue", "review")), "the submission is one trace");
        await Eventually.Holds(() => Task.FromResult(Crosses("decisions", "gateway", "review", "catalogue")), "the approval is one trace");
        foreach (var body in stack.Telemetry.Bodies)
        {
            Assert.Equal(-1, body.AsSpan().IndexOf(Encoding.UTF8.GetBytes(title)));
            Assert.Equal(-1, body.AsSpan().IndexOf("系统测试正文"u8));
        }
    }

    private bool Crosses(string route, params string[] services) => stack.Telemetry.Spans.GroupBy(span => span.TraceId)
        .Any(trace => trace.Any(span => span.Name.Contains(route, StringComparison.OrdinalIgnoreCase))
            && trace.Any(span => span.Name == "outbox relay")
            && services.All(service => trace.Any(span => span.Service == service)));
}
