using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Contracts.Review;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Review.Tests.Service.People;

/// <summary>信息员: which units have named somebody for their information work, and what that decides.</summary>
[Collection(nameof(OneService))]
public sealed class RosterTests(ReviewService service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateOnly Today => DateOnly.FromDateTime(service.Clock.GetUtcNow().ToOffset(TimeSpan.FromHours(8)).DateTime);

    [Fact]
    [Rule(5)]
    public async Task A_unit_that_has_named_nobody_for_its_information_work_submits_nothing_and_supervision_sees_which()
    {
        async Task<string?> Fault(string unit)
            => (await service.As("gaotai", "discipline").GetFromJsonAsync<JsonElement>("/api/review/gaotai/supervision", Cancellation))
            .GetProperty("roster").EnumerateArray().Where(row => row.GetProperty("unit").GetString() == unit)
            .Select(row => row.GetProperty("fault").GetString()).SingleOrDefault();

        var refused = ReviewService.Request("gaotai", "museum", "submission", "somebody-of-the-museum");
        await service.Publish(refused);
        Assert.Equal(ReviewRefusalReason.UnitHasNoInformationOfficer, (await service.Refusal(refused)).Reason);
        Assert.Equal("nobody-named", await Fault("museum"));
        // What is no submission needs no such person, and neither does a bureau without the rule.
        await service.Open(ReviewService.Request("gaotai", "museum", author: "somebody-of-the-museum"));
        await service.Open(ReviewService.Request("taishan", "art", "submission", "somebody-of-the-art-section"));

        await service.SignedIn("gaotai", "officer", "museum", "museum-officer");
        await service.Open(ReviewService.Request("gaotai", "museum", "submission", "museum-officer"));
        Assert.Null(await Fault("museum"));
        await service.SignedIn("gaotai", "officer", "museum", "museum-second-officer");
        Assert.Equal("several-named", await Fault("museum"));
    }

    [Fact]
    public async Task Whoever_took_over_is_named_in_the_place_of_whoever_left_and_a_stand_in_makes_no_second()
    {
        async Task<IEnumerable<string?>> Faults(string unit)
            => (await service.As("gaotai", "discipline").GetFromJsonAsync<JsonElement>("/api/review/gaotai/supervision", Cancellation))
            .GetProperty("roster").EnumerateArray().Where(row => row.GetProperty("unit").GetString() == unit)
            .Select(row => row.GetProperty("fault").GetString());

        var officer = await service.SignedIn("gaotai", "officer", "sports-centre", "sports-officer");
        var standIn = await service.SignedIn("gaotai", "head", "sports-centre", "sports-stand-in");
        var granted = await officer
            .PostAsJsonAsync("/api/review/gaotai/delegations",
            new { @delegate = "sports-stand-in", startsOn = Today, endsOn = Today.AddDays(3), reason = "出差" }, Cancellation).Json(200);
        await Accept(standIn, granted.GetProperty("id").GetGuid()).Json(200);
        Assert.Empty(await Faults("sports-centre"));

        await service.SignedIn("gaotai", "head", "office", "sports-successor");
        async Task Leave(string leaver, string successor)
        {
            var recorded = await service.As("gaotai", "security-admin")
                .PostAsJsonAsync("/api/review/gaotai/replacements", new { leaver, successor, startsOn = Today, reason = "调离" },
                Cancellation).Json(200);
            await Accept(service.As("gaotai", "discipline"), recorded.GetProperty("id").GetGuid()).Json(200);
        }

        await Leave("sports-officer", "sports-successor");
        Assert.Empty(await Faults("sports-centre"));
        // Wherever the leaver signs in by now.
        await service.SignedIn("gaotai", "officer", "culture-centre", "sports-officer", TimeProvider.System.GetUtcNow().AddMinutes(1));
        Assert.Empty(await Faults("sports-centre"));
        await service.Open(ReviewService.Request("gaotai", "sports-centre", "submission", "sports-successor"));
        // A second officer beside the successor is one too many: the successor is counted.
        await service.SignedIn("gaotai", "officer", "sports-centre", "sports-new");
        Assert.Equal(["several-named"], await Faults("sports-centre"));
        await Leave("sports-new", "sports-successor");
        Assert.Empty(await Faults("sports-centre"));
    }

    private static Task<HttpResponseMessage> Accept(HttpClient client, Guid delegation)
        => client.PostAsync($"/api/review/gaotai/delegations/{delegation}/accept", null, Cancellation);
}
