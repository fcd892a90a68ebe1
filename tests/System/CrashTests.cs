using Xunit;

namespace Disclosure.SystemTests;

/// <summary>Whatever dies in between, what was approved is published once (invariant 7).</summary>
[Collection(nameof(Stack))]
public sealed class CrashTests(Stack stack)
{
    [Fact]
    public async Task Review_killed_between_submit_and_approve()
    {
        using var people = new People(stack);
        var restarts = await stack.KillAsync("review");
        var id = await people.SubmitAsync("审核服务中断");
        await stack.RunsAgainAsync("review", restarts);
        await people.ApproveAsync(id, "bijie-head");
        restarts = await stack.KillAsync("review");
        await stack.RunsAgainAsync("review", restarts);
        await people.ApproveAsync(id, "bijie-deputy");
        await people.PublishedOnceAsync(id, "审核服务中断");
    }

    [Fact]
    public async Task The_broker_killed_between_approve_and_publish()
    {
        using var people = new People(stack);
        var id = await people.SubmitAsync("消息中间件中断");
        await people.ApproveAsync(id, "bijie-head");
        await people.CaseAsync(id, "bijie-deputy");
        var restarts = await stack.KillAsync("messaging");
        await people.ApproveAsync(id, "bijie-deputy");
        await stack.RunsAgainAsync("messaging", restarts);
        await people.PublishedOnceAsync(id, "消息中间件中断");
    }

    [Fact]
    public async Task The_catalogue_killed_while_it_consumes()
    {
        using var people = new People(stack);
        var titles = Enumerable.Range(0, 8).Select(i => $"目录服务中断之{(char)('甲' + (i * 7))}").ToList();
        var ids = new List<Guid>();
        foreach (var title in titles) ids.Add(await people.SubmitAsync(title));
        foreach (var id in ids) await people.ApproveAsync(id, "bijie-head");
        var cases = await Task.WhenAll(ids.Select(id => people.CaseAsync(id, "bijie-deputy")));
        var decisions = cases.Select(review => people.OkAsync("bijie-deputy", HttpMethod.Post,
            $"/api/review/bijie/cases/{review.GetProperty("id").GetGuid()}/decisions",
            People.Decision(review, review.GetProperty("actions")[0].GetProperty("step").GetString()!))).ToList();
        // Some conclusions are on their way, some not yet decided: the process dies in the middle of them.
        await Task.WhenAny(decisions);
        var restarts = await stack.KillAsync("catalogue");
        await Task.WhenAll(decisions);
        await stack.RunsAgainAsync("catalogue", restarts);
        var numbers = new List<string>();
        foreach (var (id, title) in ids.Zip(titles)) numbers.Add(await people.PublishedOnceAsync(id, title));
        Assert.Equal(8, numbers.Distinct().Count());
    }
}
