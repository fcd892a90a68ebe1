using System.Net.Http.Json;
using Disclosure.Contracts.People;
using Disclosure.Kernel;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.Review.Tests.Service.People;

/// <summary>What Review tells the other services of people.</summary>
[Collection(nameof(OneService))]
public sealed class PeopleMessageTests(ReviewService service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateOnly Today => LegalDay.Of(service.Clock.GetUtcNow());

    [Fact]
    public async Task A_delegation_is_told_once_it_is_agreed_and_when_it_is_taken_back()
    {
        var deputy = await service.SignedIn("bijie", "deputy", userName: "telling-deputy");
        var other = await service.SignedIn("bijie", "policy", "policy", "told-delegate");
        var granted = await deputy.PostAsJsonAsync("/api/review/bijie/delegations",
            new { @delegate = "told-delegate", startsOn = Today, endsOn = Today.AddDays(3), reason = "出差" }, Cancellation).Json(200);
        var id = granted.GetProperty("id").GetGuid();
        await other.PostAsync($"/api/review/bijie/delegations/{id}/accept", null, Cancellation).Json(200);
        await Eventually.Holds(() => Task.FromResult(Told(id).Count == 1), "the delegation was told");
        var told = Told(id)[0];
        Assert.Equal(("bijie", false, "telling-deputy", "told-delegate", "office", "deputy", Today, (DateOnly?)Today.AddDays(3), false),
            (told.Authority, told.IsReplacement, told.Principal, told.Delegate, told.Unit, told.Roles.Single(), told.StartsOn, told.EndsOn,
            told.IsRevoked));

        await deputy.PostAsync($"/api/review/bijie/delegations/{id}/revoke", null, Cancellation).Json(200);
        await Eventually.Holds(() => Task.FromResult(Told(id).Count == 2), "its end was told");
        Assert.True(Told(id)[1].IsRevoked);
    }

    [Fact]
    public async Task A_colleague_is_told_when_first_seen_and_when_the_claims_change_and_not_every_day()
    {
        await service.SignedIn("gaotai", "officer", "library", "told-of");
        service.Clock.Advance(TimeSpan.FromDays(1));
        await service.SignedIn("gaotai", "officer", "library", "told-of");
        await service.SignedIn("gaotai", "head", "museum", "told-of");
        await Eventually.Holds(() => Task.FromResult(Seen("told-of").Count == 2), "both were told");
        Assert.Equal(["officer@library", "head@museum"], Seen("told-of").Select(word => $"{word.Roles.Single()}@{word.Unit}"));
    }

    [Fact]
    public async Task A_service_that_knows_nobody_is_told_everything_again()
    {
        var deputy = await service.SignedIn("taishan", "deputy", userName: "asked-deputy");
        var other = await service.SignedIn("taishan", "policy", "policy", "asked-delegate");
        var granted = await deputy.PostAsJsonAsync("/api/review/taishan/delegations",
            new { @delegate = "asked-delegate", startsOn = Today, endsOn = Today.AddDays(3), reason = "出差" }, Cancellation).Json(200);
        var id = granted.GetProperty("id").GetGuid();
        await other.PostAsync($"/api/review/taishan/delegations/{id}/accept", null, Cancellation).Json(200);
        await Eventually.Holds(() => Task.FromResult(Told(id).Count == 1 && Seen("asked-deputy").Count == 1), "both were told");
        await service.AskForPeople("late-comer");
        await Eventually.Holds(() => Task.FromResult(Told(id).Count == 2 && Seen("asked-deputy").Count == 2), "both were told again");
        Assert.Equal(Told(id)[0] with { MessageId = default, Roles = [] }, Told(id)[1] with { MessageId = default, Roles = [] });
    }

    [Fact]
    public async Task Saying_again_what_is_agreed_or_taken_back_changes_nothing()
    {
        var deputy = await service.SignedIn("bijie", "deputy", userName: "repeating-deputy");
        var other = await service.SignedIn("bijie", "policy", "policy", "repeating-delegate");
        var granted = await deputy.PostAsJsonAsync("/api/review/bijie/delegations",
            new { @delegate = "repeating-delegate", startsOn = Today, endsOn = Today, reason = "出差" }, Cancellation).Json(200);
        var id = granted.GetProperty("id").GetGuid();
        foreach (var (who, what) in new[] { (other, "accept"), (other, "accept"), (deputy, "revoke"), (deputy, "revoke") })
            await who.PostAsync($"/api/review/bijie/delegations/{id}/{what}", null, Cancellation).Json(200);
        await Eventually.Holds(() => Task.FromResult(Told(id).Count == 2), "both were told once");
    }

    [Fact]
    public async Task No_powers_are_left_with_somebody_who_has_left()
    {
        foreach (var (user, role) in new[] { ("gone-first", "head"), ("gone-second", "policy"), ("stays", "promotion") })
            await service.SignedIn("bijie", role, userName: user);
        await service.SignedIn("bijie", "security-admin");
        var first = await Replace("gone-first", "gone-second", Today).Json(200);
        // Offered before the first was agreed, and agreed after it: those powers would be nobody's.
        var second = await Replace("gone-second", "stays", Today).Json(200);
        await service.As("bijie", "discipline").PostAsync($"/api/review/bijie/delegations/{first.GetProperty("id").GetGuid()}/accept", null,
            Cancellation).Json(200);
        await service.As("bijie", "discipline").PostAsync($"/api/review/bijie/delegations/{second.GetProperty("id").GetGuid()}/accept",
            null, Cancellation).Refused(409, "leaver-replaces-others");
        await Replace("stays", "gone-first", Today).Refused(409, "colleague-has-left");
        await Replace("gone-first", "stays", Today).Refused(409, "colleague-has-left");
        await Replace("gone-second", "stays", Today).Refused(409, "leaver-replaces-others");
        await Replace("stays", "gone-second", Today.AddYears(-1)).Refused(422, "replacement-day-is-wrong");
        await Replace("stays", "gone-second", new DateOnly(9999, 12, 31)).Refused(422, "replacement-day-is-wrong");
        await service.As("bijie", "promotion", userName: "stays").PostAsJsonAsync("/api/review/bijie/delegations",
            new { @delegate = "gone-first", startsOn = Today, endsOn = Today, reason = "出差" }, Cancellation)
            .Refused(409, "colleague-has-left");
        Assert.DoesNotContain("gone-first", await service.As("bijie", "promotion", userName: "stays")
            .GetStringAsync("/api/review/bijie/colleagues?q=gone-", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_one_leaver_one_replacement_waits_at_a_time_and_what_cannot_be_confirmed_says_what_can_be_done()
    {
        foreach (var (user, role) in new[] { ("twice-leaver", "head"), ("twice-first", "policy"), ("twice-second", "promotion") })
            await service.SignedIn("bijie", role, userName: user);
        await service.SignedIn("bijie", "security-admin");
        var racing = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Replace("twice-leaver", "twice-first", Today)));
        Assert.Equal([201, 409], racing.Select(answer => (int)answer.StatusCode).Order());
        foreach (var answer in racing) answer.Dispose();
        var problem = await Replace("twice-leaver", "twice-second", Today.AddDays(1)).Refused(409, "replacement-is-pending");
        var said = problem.GetProperty("detail").GetString()!;
        Assert.Contains("twice-leaver → twice-first", said, StringComparison.Ordinal);
        Assert.Contains($"（{Today:yyyy-MM-dd} 起）", said, StringComparison.Ordinal);
        Assert.True(problem.GetProperty("errors").TryGetProperty("leaver", out _));

        // Whoever was to take over has left since: the one who confirms has no field to put right.
        var supervisor = service.As("bijie", "discipline");
        var first = await service.InDatabase(db => db.Delegations.Where(d => d.Principal == "twice-leaver").Select(d => d.Id)
            .SingleAsync());
        var leaving = (await Replace("twice-first", "twice-second", Today).Json(200)).GetProperty("id").GetGuid();
        await supervisor.PostAsync($"/api/review/bijie/delegations/{leaving}/accept", null, Cancellation).Json(200);
        var refusal = await supervisor.PostAsync($"/api/review/bijie/delegations/{first}/accept", null, Cancellation)
            .Refused(409, "colleague-has-left");
        Assert.False(refusal.TryGetProperty("errors", out _));
        Assert.Contains("接手的人员已办理离岗交接", refusal.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Contains("请告知安全管理员撤销这一项", refusal.GetProperty("detail").GetString(), StringComparison.Ordinal);

        // Once it is revoked another may be registered; whoever confirms too late is told of a replacement.
        await service.As("bijie", "security-admin").PostAsync($"/api/review/bijie/delegations/{first}/revoke", null, Cancellation)
            .Json(200);
        Assert.Contains("离岗接替已经撤销", (await supervisor.PostAsync($"/api/review/bijie/delegations/{first}/accept", null, Cancellation)
            .Refused(409, "delegation-is-revoked")).GetProperty("title").GetString(), StringComparison.Ordinal);
        await Replace("twice-leaver", "twice-second", Today).Json(200);
    }

    [Fact]
    public async Task Who_hands_back_what_was_revoked_is_told_that_it_was_revoked()
    {
        var deputy = await service.SignedIn("bijie", "deputy", userName: "ending-deputy");
        var other = await service.SignedIn("bijie", "policy", "policy", "ending-delegate");
        var id = (await deputy.PostAsJsonAsync("/api/review/bijie/delegations",
            new { @delegate = "ending-delegate", startsOn = Today, endsOn = Today, reason = "出差" }, Cancellation).Json(200))
            .GetProperty("id").GetGuid();
        await other.PostAsync($"/api/review/bijie/delegations/{id}/accept", null, Cancellation).Json(200);
        await deputy.PostAsync($"/api/review/bijie/delegations/{id}/revoke", null, Cancellation).Json(200);
        var problem = await other.PostAsync($"/api/review/bijie/delegations/{id}/revoke", null, Cancellation)
            .Refused(409, "delegation-has-ended");
        Assert.Equal("这项授权已经撤销", problem.GetProperty("title").GetString());
    }

    private Task<HttpResponseMessage> Replace(string leaver, string successor, DateOnly startsOn)
        => service.As("bijie", "security-admin").PostAsJsonAsync("/api/review/bijie/replacements",
            new { leaver, successor, startsOn, reason = "调离" }, Cancellation);

    private List<SubstitutionChanged> Told(Guid id) => [.. service.Substitutions.Where(word => word.SubstitutionId == id)];

    private List<ColleagueChanged> Seen(string person) => [.. service.Colleagues.Where(word => word.Person == person)];
}
