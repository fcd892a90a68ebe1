using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Web;
using Disclosure.Contracts;
using Disclosure.Contracts.Work;
using Disclosure.Gateway.Work;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace Disclosure.Gateway.Tests.Work;

/// <summary>One list of several services: in order, without a gap, and whole as far as they answer.</summary>
public sealed class PersonalWorkTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task The_pages_are_the_lists_of_all_services_in_one_order_each_row_once(int seed)
    {
        var random = new Random(seed);
        var places = Enumerable.Range(0, 150).Select(n => $"2026{random.Next(1, 9):D4}_{n:D4}").ToList();
        var lists = ServiceNames.All.ToDictionary(service => service, _ => new List<string>());
        foreach (var place in places) lists[ServiceNames.All[random.Next(ServiceNames.All.Count)]].Add(place);
        // One of them leaves out what is not open to the person: its pages are short although there are more.
        var hidden = lists[ServiceNames.All[0]].Where(_ => random.Next(3) == 0).ToHashSet(StringComparer.Ordinal);
        await using var gateway = ScriptedGateway.Before(new ScriptedService(request => Task.FromResult(Answer(request, lists, hidden))));
        var work = Of(gateway);

        var pages = new List<string>();
        var count = 0;
        for (string? after = null; count == 0 || after is not null; count++)
        {
            var page = await work.ListAsync("bijie", WorkList.Todo, after, Cancellation);
            Assert.Empty(page.Silent);
            Assert.True(page.Items.Count <= PersonalWork.PageSize);
            Assert.True(after is null || page.Next is null || string.CompareOrdinal(page.Next, after) > 0, "the next page lies behind");
            pages.AddRange(page.Items.Select(row => row.Place));
            after = page.Next;
        }

        Assert.Equal(places.Except(hidden).Order(StringComparer.Ordinal), pages);
        Assert.InRange(count, pages.Count / PersonalWork.PageSize, 2 * places.Count / PersonalWork.PageSize);
    }

    [Fact]
    public async Task A_service_that_is_away_is_named_and_the_rest_is_there()
    {
        await using var gateway = ScriptedGateway.Before(new ScriptedService(request => request.RequestUri!.Host == ServiceNames.Review
            ? throw new HttpRequestException("refused") : Task.FromResult(Answer(request, OneRow(), []))));
        var work = Of(gateway);

        var page = await work.ListAsync("bijie", WorkList.Todo, null, Cancellation);
        Assert.Equal([ServiceNames.Review], page.Silent);
        Assert.Single(page.Items);
        Assert.Equal(3, (await work.CountAsync("bijie", Cancellation)).Todo);
    }

    [Fact]
    public async Task A_service_that_hangs_holds_nobody_up()
    {
        await using var gateway = ScriptedGateway.Before(new ScriptedService(async (request, cancellation) =>
        {
            if (request.RequestUri!.Host == ServiceNames.Review) await Task.Delay(Timeout.Infinite, cancellation);
            return Answer(request, OneRow(), []);
        }));
        var asked = Stopwatch.GetTimestamp();

        var page = await Of(gateway).ListAsync("bijie", WorkList.Todo, null, Cancellation);

        Assert.Equal([ServiceNames.Review], page.Silent);
        Assert.Single(page.Items);
        Assert.InRange(Stopwatch.GetElapsedTime(asked).TotalSeconds, 0, 4);
    }

    [Fact]
    public async Task Notices_of_all_services_stand_the_latest_first()
    {
        var now = DateTimeOffset.UnixEpoch;
        var notices = Enumerable.Range(0, 10).Select(n => new NoticeView(Guid.CreateVersion7(now.AddHours(n)), NoticeKind.Offered, $"{n}",
            "/staff", now, null, true)).ToList();
        await using var gateway = ScriptedGateway.Before(new ScriptedService(request =>
        {
            var mine = notices.Where((_, n) => (n % 2 == 0) == (request.RequestUri!.Host == ServiceNames.Review)).Reverse().ToList();
            return Task.FromResult(ScriptedService.Answer(HttpStatusCode.OK,
                JsonSerializer.Serialize(new Page<NoticeView>([.. mine.Take(3)], mine[2].Id.ToString()), JsonDialect.Client)));
        }));

        var gathered = await Of(gateway).NoticesAsync("bijie", true, null, 4, Cancellation);

        Assert.Equal(["9", "8", "7", "6"], gathered.Items.Select(row => row.Notice.Title));
        Assert.Equal(notices[6].Id.ToString(), gathered.Next);
    }

    private static PersonalWork Of(WebApplication gateway)
        => gateway.Services.CreateScope().ServiceProvider.GetRequiredService<PersonalWork>();

    private static Dictionary<string, List<string>> OneRow()
        => ServiceNames.All.ToDictionary(service => service, service => new List<string> { $"20260101_{service}" });

    /// <summary>What a service answers that has these places; it scans as many as are asked for and leaves out what is hidden.</summary>
    private static HttpResponseMessage Answer(HttpRequestMessage request, Dictionary<string, List<string>> lists, HashSet<string> hidden)
    {
        if (request.RequestUri!.AbsolutePath.EndsWith("/counts", StringComparison.Ordinal))
            return ScriptedService.Answer(HttpStatusCode.OK, JsonSerializer.Serialize(new WorkCounts(3, 1, 2, 1), JsonDialect.Client));
        var query = HttpUtility.ParseQueryString(request.RequestUri.Query);
        var limit = int.Parse(query["limit"]!, CultureInfo.InvariantCulture);
        var behind = lists[request.RequestUri.Host].Where(place => string.CompareOrdinal(place, query["after"] ?? "") > 0)
            .Order(StringComparer.Ordinal).ToList();
        var page = new Page<WorkItem>([.. behind.Take(limit).Where(place => !hidden.Contains(place)).Select(place => new WorkItem(
            SubjectKinds.CatalogueItem, Guid.CreateVersion7(), place, "审核", null, DateTimeOffset.UnixEpoch, null, null, null, [], null,
            "/staff", place))], behind.Count > limit ? behind[limit - 1] : null);
        return ScriptedService.Answer(HttpStatusCode.OK, JsonSerializer.Serialize(page, JsonDialect.Client));
    }
}
