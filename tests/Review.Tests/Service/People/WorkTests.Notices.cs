using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Contracts;
using Disclosure.Contracts.Review;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Review.Tests.Service.People;
/// <summary>通知: what happened to a person's things, until it is seen or holds no longer.</summary>
public sealed partial class WorkTests
{
    [Fact]
    public async Task A_step_is_a_notice_to_whoever_may_take_it_until_it_is_taken_or_seen()
    {
        var head = await service.SignedIn("bijie", "head", "art", "noticed-head");
        var deputy = await service.SignedIn("bijie", "deputy", userName: "noticed-deputy");
        var request = await service.Open(ReviewService.Request(unit: "art", author: "noticed-officer", conditions: ["important"]));

        var offered = await NoticeOf(head, request);
        Assert.Equal((NoticeKind.Offered, request.Title, $"/staff/cases/{request.CaseId}", true),
            (offered!.Kind, offered.Title, offered.Link, offered.Holds));
        Assert.Null(await NoticeOf(deputy, request));
        // Nobody marks another's notice.
        await deputy.PostAsJsonAsync($"{Api}/notices/seen", new SeenRequest([offered.Id]), Cancellation);
        Assert.NotNull(await NoticeOf(head, request));
        await deputy.GetAsync($"{Api}/notices/{offered.Id}", Cancellation).Refused(404, "notice-not-found");

        await service.As("bijie", "office").PostAsJsonAsync($"{Api}/cases/{request.CaseId}/urge",
            new { step = "section-head", reason = "请尽快" }, Cancellation);
        var urged = await NoticeOf(head, request);
        Assert.Equal(NoticeKind.Urged, urged!.Kind);
        Assert.EndsWith("：请尽快", urged.Note, StringComparison.Ordinal);

        await head.Decide(request, "section-head", "approve").Json(200);
        Assert.Null(await NoticeOf(head, request));
        Assert.All((await Notices(head, unseen: false)).Where(notice => notice.Link == $"/staff/cases/{request.CaseId}"), notice
            => Assert.False(notice.Holds));
        Assert.Contains(await Notices(head, unseen: false), notice => notice is { Kind: NoticeKind.Urged, Became: "您已办理" });
        var next = await NoticeOf(deputy, request);
        await deputy.PostAsJsonAsync($"{Api}/notices/seen", new SeenRequest([next!.Id]), Cancellation);
        Assert.Null(await NoticeOf(deputy, request));
        var read = await deputy.GetFromJsonAsync<NoticeView>($"{Api}/notices/{next.Id}", JsonDialect.Client, Cancellation);
        Assert.Equal((true, true), (read!.SeenAt is not null, read.Holds));
        var many = new SeenRequest([.. Enumerable.Range(0, 101).Select(_ => Guid.CreateVersion7())]);
        await deputy.PostAsJsonAsync($"{Api}/notices/seen", many, Cancellation).Refused(422, "too-many-notices");
    }

    [Fact]
    public async Task What_became_of_a_step_is_told_to_whoever_else_could_have_taken_it()
    {
        var first = await service.SignedIn("bijie", "head", "broadcast", "quicker-head");
        var second = await service.SignedIn("bijie", "head", "broadcast", "slower-head");
        var officer = await service.SignedIn("bijie", "officer", "broadcast", "recalling-officer");
        var taken = await service.Open(ReviewService.Request(unit: "broadcast", author: "recalling-officer"));
        var recalled = await service.Open(ReviewService.Request(unit: "broadcast", author: "recalling-officer"));
        Assert.Null((await NoticeOf(second, taken))!.Became);

        await first.Decide(taken, "section-head", "return", "请补充").Json(200);
        await officer.PostAsJsonAsync($"{Api}/cases/{recalled.CaseId}/withdraw", new { }, Cancellation).Json(200);

        var told = await Notices(second, unseen: false);
        var words = told.ToDictionary(notice => notice.Link, notice => (notice.Holds, notice.Became));
        var name = (await first.GetAsync($"{Api}/cases/{taken.CaseId}", Cancellation).Json(200)).GetProperty("steps").EnumerateArray()
            .Single(step => step.GetProperty("code").GetString() == "section-head").GetProperty("decidedByName").GetString();
        Assert.Equal((false, $"已由{name}办理"), words[$"/staff/cases/{taken.CaseId}"]);
        Assert.Equal((false, "起草人已撤回"), words[$"/staff/cases/{recalled.CaseId}"]);
    }

    [Fact]
    public async Task A_notice_of_a_case_that_the_receiver_may_read_no_more_is_not_counted()
    {
        const string who = "transferred-head";
        var head = await service.SignedIn("bijie", "head", "hall-of-the-transferred", who);
        var before = await Count(head);
        await service.Open(ReviewService.Request(unit: "hall-of-the-transferred", author: "tourism-officer"));
        Assert.Equal(before + 1, await Count(head));
        var elsewhere = service.As("bijie", "head", "museum", who);
        Assert.Equal(0, await Count(elsewhere));
        Assert.Empty(await Notices(elsewhere));

        async Task<int> Count(HttpClient client)
            => (await client.GetFromJsonAsync<WorkCounts>($"{Api}/work/counts", JsonDialect.Client, Cancellation))!.Notices;
    }

    [Fact]
    public async Task What_nobody_can_take_is_told_to_whoever_can_free_it()
    {
        var director = await service.SignedIn("taishan", "director", userName: "freeing-director");
        // Nobody of this unit ever signed in.
        var request = await service.Open(ReviewService.Request("taishan", "media-center-of-nobody", "publication", "lonely-officer"));

        Assert.Contains(await Notices(director, api: "/api/review/taishan"),
            notice => notice.Kind == NoticeKind.Stuck && notice.Link == $"/staff/cases/{request.CaseId}");
    }

    [Fact]
    public async Task A_held_case_is_told_to_its_author_until_it_goes_on()
    {
        var officer = await service.SignedIn("bijie", "officer", "art", "held-officer");
        await service.SignedIn("bijie", "leading-group", userName: "held-group");
        var request = await service.Open(ReviewService.Request(unit: "art", author: "held-officer", conditions: ["secrecy-undetermined"]));

        Assert.Equal(NoticeKind.Held, (await NoticeOf(officer, request))!.Kind);
        Assert.Contains(WorkFlag.Held, Assert.Single(await Rows(officer, WorkList.Waiting), row => row.SubjectId == request.CaseId).Flags);
        var group = service.As("bijie", "leading-group", userName: "held-group");
        var step = (await Rows(group, WorkList.Todo)).Single(row => row.SubjectId == request.CaseId);
        await group.Decide(request, step.Place.Split('_')[3], "approve", "经研究不涉密").Json(200);
        Assert.Null(await NoticeOf(officer, request));
    }

    [Fact]
    public async Task The_author_reads_with_the_notice_why_a_case_is_held()
    {
        var officer = await service.SignedIn("bijie", "officer", "art", "asking-officer");
        var request = await service.Open(ReviewService.Request(unit: "art", author: "asking-officer"));
        await service.As("bijie", "head", "art").Decide(request, "section-head", "hold", "附件中的参数拿不准").Json(200);
        Assert.Equal((NoticeKind.Held, "附件中的参数拿不准"), (await NoticeOf(officer, request)) is { } told ? (told.Kind, told.Note) : default);
    }

    [Fact]
    public async Task Powers_that_are_handed_on_are_told_to_both_ends()
    {
        var principal = await service.SignedIn("bijie", "deputy", userName: "telling-deputy");
        var substitute = await service.SignedIn("bijie", "policy", "policy", "told-substitute");
        var id = (await principal.PostAsJsonAsync($"{Api}/delegations",
            new { @delegate = "told-substitute", startsOn = Today, endsOn = Today.AddDays(3), reason = "出差" }, Cancellation).Json(200))
            .GetProperty("id").GetGuid();
        var offered = Assert.Single(await Notices(substitute), notice => notice.Kind == NoticeKind.SubstitutionOffered);
        // Sent outside the page as well: it names nobody.
        Assert.DoesNotContain("deputy", offered.Title, StringComparison.Ordinal);
        // On the page one reads whose powers they are.
        Assert.StartsWith("telling-deputy授权", offered.Note, StringComparison.Ordinal);

        await substitute.PostAsync($"{Api}/delegations/{id}/accept", null, Cancellation).Json(200);
        Assert.DoesNotContain(await Notices(substitute), notice => notice.Kind == NoticeKind.SubstitutionOffered);
        Assert.Single(await Notices(principal), notice => notice.Kind == NoticeKind.SubstitutionAgreed);
        await principal.PostAsync($"{Api}/delegations/{id}/revoke", null, Cancellation).Json(200);
        Assert.Single(await Notices(substitute), notice => notice.Kind == NoticeKind.SubstitutionRevoked);
    }

    [Fact]
    public async Task Not_even_the_number_tells_the_accused_of_what_was_offered_before()
    {
        const string authority = "xinyuan";
        var accused = await service.SignedIn(authority, "office", userName: "later-accused");
        var request = ReviewService.Request(authority, "art", "publication", "recusal-officer");
        var before = await Answers(accused, authority);
        await service.Open(request);
        Assert.NotEqual(before, await Answers(accused, authority));

        // The next round names the person: what the first round told is gone, and leaves no gap.
        await service.Publish(request with
        {
            MessageId = Guid.CreateVersion7(),
            CaseId = Guid.CreateVersion7(),
            Recusal = new ReviewRecusal(["later-accused"], []),
        });
        await Eventually.Holds(async () => await Answers(accused, authority) == before, "nothing tells of the case any more");
    }

    [Fact]
    public async Task The_notifier_learns_what_still_holds_and_nobody_else_may_ask()
    {
        var head = await service.SignedIn("bijie", "head", "art", "mailed-head");
        var held = await service.Open(ReviewService.Request(unit: "art", author: "mailed-officer"));
        var taken = await service.Open(ReviewService.Request(unit: "art", author: "mailed-officer"));
        var seen = await service.Open(ReviewService.Request(unit: "art", author: "mailed-officer"));
        var notices = new List<NoticeView>();
        foreach (var request in new[] { held, taken, seen }) notices.Add((await NoticeOf(head, request))!);
        await head.Decide(taken, "section-head", "return", "请补充").Json(200);
        await head.PostAsJsonAsync($"{Api}/notices/seen", new SeenRequest([notices[2].Id]), Cancellation);
        var asked = new HoldingRequest([.. notices.Select(notice => notice.Id)]);

        var notifier = service.Machine(MachineClients.Notifier, "bijie");
        var answer = await notifier.PostAsJsonAsync($"{Api}/notices/holding", asked, Cancellation).Json(200);
        var holding = Assert.Single(answer.Deserialize<HoldingNotices>(JsonDialect.Client)!.Notices);
        Assert.Equal((notices[0].Id, "mailed-head", NoticeKind.Offered, held.Title, $"/staff/cases/{held.CaseId}"),
            (holding.Id, holding.Receiver, holding.Kind, holding.Title, holding.Link));

        await head.PostAsJsonAsync($"{Api}/notices/holding", asked, Cancellation).Refused(403, "role-is-missing");
        await service.Machine("hotline-12345", "bijie").PostAsJsonAsync($"{Api}/notices/holding", asked, Cancellation)
            .Refused(403, "role-is-missing");
        await service.Machine(MachineClients.Notifier, "gaotai").PostAsJsonAsync($"{Api}/notices/holding", asked, Cancellation)
            .Refused(403, "not-of-this-authority");
        // The machine is nobody of the staff.
        await notifier.GetAsync($"{Api}/work", Cancellation).Json(403);
        await service.Anonymous().PostAsJsonAsync($"{Api}/notices/holding", asked, Cancellation).Json(401);
    }

    [Fact]
    public async Task Every_raised_notice_is_told_to_the_broker_without_a_word_of_what_it_says()
    {
        var head = await service.SignedIn("bijie", "head", "art", "told-head");
        var request = await service.Open(ReviewService.Request(unit: "art", author: "told-officer"));
        var notice = (await NoticeOf(head, request))!;

        await Eventually.Holds(() => Task.FromResult(service.Raised.Any(message => message.Notices.Any(raised => raised.Id == notice.Id))),
            "the notice was told");
        var told = service.Raised.Single(message => message.Notices.Any(raised => raised.Id == notice.Id));
        Assert.Equal((request.CaseId, "review", "bijie"), (told.SubjectId, told.Service, told.Authority));
        Assert.Contains(told.Notices, raised => raised.Receiver == "told-head" && raised.Kind == NoticeKind.Offered);
    }
}
