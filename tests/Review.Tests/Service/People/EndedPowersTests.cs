using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Contracts;
using Disclosure.Contracts.Review;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Http;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;

namespace Disclosure.Review.Tests.Service.People;

/// <summary>A delegation that ends before its last day or on it: how it ended, and that nothing is due to the delegate any more.</summary>
[Collection(nameof(OneService))]
public sealed class EndedPowersTests(ReviewService service)
{
    private const string Api = "/api/review/bijie";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DateOnly Today => LegalDay.Of(service.Clock.GetUtcNow());

    [Fact]
    public async Task A_delegation_begins_today_at_the_earliest()
    {
        var deputy = await service.SignedIn("bijie", "deputy", userName: "early-deputy");
        await service.SignedIn("bijie", "policy", "policy", "early-substitute");
        var refused = await Grant(deputy, "early-substitute", Today.AddDays(-1)).Refused(422, "delegation-dates-are-wrong");
        Assert.Equal("开始日期已过", refused.GetProperty("title").GetString());
        Assert.True(refused.GetProperty("errors").TryGetProperty("startsOn", out _));
        await Grant(deputy, "early-substitute", Today).Json(200);
    }

    [Theory]
    [InlineData("declining", false, true, "declined", NoticeKind.SubstitutionDeclined, "谢绝授权")]
    [InlineData("returning", true, true, "handed-back", NoticeKind.SubstitutionHandedBack, "交回授权")]
    [InlineData("revoking", true, false, "revoked", NoticeKind.SubstitutionRevoked, "撤销授权")]
    public async Task Who_ends_it_and_when_is_told_apart(string name, bool accepted, bool byDelegate, string end, NoticeKind kind,
        string act)
    {
        var (principal, substitute) = (await service.SignedIn("bijie", "deputy", userName: $"{name}-deputy"),
            await service.SignedIn("bijie", "policy", "policy", $"{name}-substitute"));
        var id = await Granted(principal, $"{name}-substitute");
        if (accepted) await Act(substitute, id, "accept");
        var (ends, other) = byDelegate ? (substitute, principal) : (principal, substitute);
        await Act(ends, id, "revoke");

        var view = await principal.GetFromJsonAsync<JsonElement>($"{Api}/delegations/{id}", Cancellation);
        Assert.Equal(end, view.GetProperty("end").GetString());
        Assert.Contains(await Notices(other), notice => notice.Kind == kind && notice.Holds);
        Assert.Equal(act, (await Rows(ends, WorkList.Done))[0].Step);
    }

    [Fact]
    public async Task What_waited_under_powers_that_were_handed_back_waits_no_more()
    {
        var principal = await service.SignedIn("bijie", "deputy", userName: "waited-deputy");
        var substitute = await service.SignedIn("bijie", "policy", "art", "waited-substitute");
        var id = await Granted(principal, "waited-substitute");
        await Act(substitute, id, "accept");
        var request = await AtDeputy();
        Assert.True((await NoticeOf(substitute, request)).Holds);

        await Act(substitute, id, "revoke");

        var told = await NoticeOf(substitute, request);
        Assert.Equal((false, "不再由您办理"), (told.Holds, told.Became));
        Assert.True((await NoticeOf(principal, request)).Holds);
    }

    [Fact]
    public async Task And_so_it_is_the_day_after_the_last()
    {
        var principal = await service.SignedIn("bijie", "deputy", userName: "expiring-deputy");
        var substitute = await service.SignedIn("bijie", "policy", "art", "expiring-substitute");
        await Act(substitute, await Granted(principal, "expiring-substitute"), "accept");
        var request = await AtDeputy();
        service.Clock.Advance(TimeSpan.FromDays(1));
        await Eventually.Holds(async () =>
        {
            service.Clock.Advance(TimeSpan.FromMinutes(11));
            return !(await NoticeOf(substitute, request)).Holds;
        }, "the sweep settles what waited for the delegate");
        Assert.True((await NoticeOf(principal, request)).Holds);
    }

    [Fact]
    public async Task Of_two_delegations_that_overlap_the_one_that_stands_keeps_what_waits_for_the_delegate()
    {
        var principal = await service.SignedIn("bijie", "deputy", userName: "renewing-deputy");
        var substitute = await service.SignedIn("bijie", "policy", "art", "renewing-substitute");
        Guid[] both = [await Granted(principal, "renewing-substitute"), await Granted(principal, "renewing-substitute")];
        foreach (var id in both) await Act(substitute, id, "accept");
        var request = await AtDeputy();

        await Act(principal, both[0], "revoke");
        Assert.True((await NoticeOf(substitute, request)).Holds);
        Assert.Contains(await Rows(substitute, WorkList.Todo), row => row.SubjectId == request.CaseId);
        await Act(principal, both[1], "revoke");
        Assert.False((await NoticeOf(substitute, request)).Holds);
    }

    [Fact]
    public async Task People_whose_notices_still_stand_keep_nobody_behind_them_from_being_reached()
    {
        var principal = await service.SignedIn("bijie", "deputy", userName: "reached-deputy");
        var substitute = await service.SignedIn("bijie", "policy", "art", "reached-substitute");
        await Act(substitute, await Granted(principal, "reached-substitute"), "accept");
        var request = await AtDeputy();
        try
        {
            // More than one page, of an authority that comes first in order; nobody knows them, so what they are asked for stands.
            await service.InDatabase(db => db.Database.ExecuteSqlAsync($"""
                insert into delegations (id, kind, authority, principal, principal_name, unit, roles, delegate, delegate_name, starts_on,
                    ends_on, reason, created_by, created_at, accepted_at, version)
                select gen_random_uuid(), 'Delegation', 'aaa', 'p', 'p', 'u', array['deputy'], 'd' || n, 'd', {Today}, {Today}, 'r', 'p',
                    {service.Clock.GetUtcNow()}, {service.Clock.GetUtcNow()}, 1 from generate_series(1, 201) n
                """));
            await service.InDatabase(db => db.Database.ExecuteSqlAsync($"""
                insert into notices (id, authority, receiver, kind, subject_id, step, at)
                select gen_random_uuid(), 'aaa', 'd' || n, 'Offered', gen_random_uuid(), 's', {service.Clock.GetUtcNow()}
                from generate_series(1, 201) n
                """));
            // One sweep and no more: days later the step would be urged, which settles it too.
            service.Clock.Advance(TimeSpan.FromDays(1));
            await Eventually.Holds(async () => await NoticeOf(substitute, request) is { Holds: false, Became: "不再由您办理" },
                "the sweep reaches who comes behind a full page", seconds: 20);
        }
        finally
        {
            await service.InDatabase(db => db.Database.ExecuteSqlAsync(
                $"delete from notices where authority = 'aaa'; delete from delegations where authority = 'aaa'"));
        }
    }

    [Fact]
    public async Task An_offer_that_nobody_accepted_until_its_last_day_asks_for_nothing_and_is_accepted_no_more()
    {
        var principal = await service.SignedIn("bijie", "deputy", userName: "lapsing-deputy");
        var substitute = await service.SignedIn("bijie", "policy", "art", "lapsing-substitute");
        var id = await Granted(principal, "lapsing-substitute");
        Assert.Equal(["accept", "revoke"], await Actions(substitute, id));
        Assert.Contains(await Rows(substitute, WorkList.Todo), row => row.SubjectId == id);
        service.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Empty(await Actions(substitute, id));
        Assert.Empty(await Actions(principal, id));
        Assert.DoesNotContain(await Rows(substitute, WorkList.Todo), row => row.SubjectId == id);
        var refused = await substitute.PostAsync($"{Api}/delegations/{id}/accept", null, Cancellation).Refused(409, "delegation-is-over");
        Assert.Equal("这项授权已过最后一天", refused.GetProperty("title").GetString());
        await principal.PostAsync($"{Api}/delegations/{id}/revoke", null, Cancellation).Refused(409, "delegation-is-over");
        await Eventually.Holds(async () =>
        {
            service.Clock.Advance(TimeSpan.FromMinutes(11));
            return Assert.Single(await Notices(substitute)) is { Holds: false, Became: "已到期，未接受" };
        }, "the sweep settles what was offered");
    }

    [Fact]
    public async Task What_was_done_in_anothers_place_says_in_whose()
    {
        var principal = await service.SignedIn("bijie", "deputy", userName: "done-deputy");
        var substitute = await service.SignedIn("bijie", "policy", "policy", "done-substitute");
        await Act(substitute, await Granted(principal, "done-substitute"), "accept");
        var request = await AtDeputy();
        await substitute.Decide(request, "deputy", "approve").Json(200);
        var done = Assert.Single(await Rows(substitute, WorkList.Done), row => row.SubjectId == request.CaseId);
        Assert.Equal("done-deputy", done.OnBehalfOfName);
    }

    [Fact]
    public async Task Who_took_one_of_two_steps_beside_each_other_is_not_asked_for_the_second()
    {
        const string other = "/api/review/xinyuan";
        var reviewer = await service.SignedIn("xinyuan", "leading-group-office", "leading-group-office", "beside-reviewer");
        var both = await service.SignedIn("xinyuan", "office", userName: "beside-office");
        var id = (await reviewer.PostAsJsonAsync($"{other}/delegations",
            new { @delegate = "beside-office", startsOn = Today, endsOn = Today, reason = "出差" }, Cancellation).Json(200))
            .GetProperty("id").GetGuid();
        await both.PostAsync($"{other}/delegations/{id}/accept", null, Cancellation).Json(200);
        var request = await service.Open(ReviewService.Request("xinyuan", "culture", author: "xinyuan-officer"));
        Assert.Equal(2, (await Standing()).Count);
        await both.Decide(request, "first-proof", "approve").Json(200);
        Assert.Empty(await Standing());

        async Task<List<NoticeView>> Standing() => [.. (await both.GetFromJsonAsync<Page<NoticeView>>($"{other}/notices?limit=100",
            JsonDialect.Client, Cancellation))!.Items.Where(notice => notice.Holds
                && notice.Link.EndsWith(request.CaseId.ToString(), StringComparison.Ordinal))];
    }

    private static async Task<string[]> Actions(HttpClient who, Guid id)
        => [.. (await who.GetFromJsonAsync<JsonElement>($"{Api}/delegations/{id}", Cancellation)).GetProperty("actions").EnumerateArray()
            .Select(action => action.GetString()!)];

    private async Task<RequestReview> AtDeputy()
    {
        var request = await service.Open(ReviewService.Request());
        await service.As("bijie", "head", "art").Decide(request, "section-head", "approve").Json(200);
        return request;
    }

    private Task<HttpResponseMessage> Grant(HttpClient who, string to, DateOnly from)
        => who.PostAsJsonAsync($"{Api}/delegations", new { @delegate = to, startsOn = from, endsOn = Today, reason = "出差" }, Cancellation);

    private async Task<Guid> Granted(HttpClient who, string to) => (await Grant(who, to, Today).Json(200)).GetProperty("id").GetGuid();

    private static Task<JsonElement> Act(HttpClient who, Guid id, string act)
        => who.PostAsync($"{Api}/delegations/{id}/{act}", null, Cancellation).Json(200);

    private static async Task<NoticeView> NoticeOf(HttpClient who, RequestReview request)
        => Assert.Single(await Notices(who), notice => notice.Link.EndsWith(request.CaseId.ToString(), StringComparison.Ordinal));

    private static async Task<IReadOnlyList<NoticeView>> Notices(HttpClient who)
        => (await who.GetFromJsonAsync<Page<NoticeView>>($"{Api}/notices?limit=100", JsonDialect.Client, Cancellation))!.Items;

    private static async Task<IReadOnlyList<WorkItem>> Rows(HttpClient who, WorkList list)
        => (await who.GetFromJsonAsync<Page<WorkItem>>($"{Api}/work?limit=100&list={Codes.Of(list)}", JsonDialect.Client,
            Cancellation))!.Items;
}
