using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Contracts.People;
using Disclosure.Kernel;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Xunit;
using static Disclosure.Catalogue.Tests.StaffClient;

namespace Disclosure.Catalogue.Tests;

/// <summary>Who may read and change items: by what Review says of people, not by the token alone.</summary>
public sealed class PeopleTests(CatalogueHost host) : IClassFixture<CatalogueHost>
{
    private static readonly DateOnly Today = LegalDay.Of(TimeProvider.System.GetUtcNow());

    [Fact]
    public async Task Whoever_has_left_is_refused_at_once_and_the_successor_goes_on_with_the_drafts()
    {
        using var leaver = host.As("officer", userName: "leaving-officer");
        using var successor = host.As("head", unit: "museum", userName: "succeeding-head");
        var draft = await leaver.DraftAsync(Sample());
        Assert.Equal(["edit", "submit"], Actions(draft));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(successor, $"{Items}/{draft.Id}"));

        await host.Substitute(Replacement("leaving-officer", "succeeding-head"));
        await Eventually.Holds(async () => await StatusAsync(leaver, Items) == HttpStatusCode.Forbidden, "the service heard who left");

        foreach (var path in new[] { Items, $"{Items}/{draft.Id}", $"{Items}/{draft.Id}/companions" })
            await (await leaver.GetAsync(path)).ProblemAsync(403, "person-has-left");
        await (await leaver.ActAsync(HttpMethod.Put, $"{Items}/{draft.Id}", draft.ETag, Sample("改"))).ProblemAsync(403, "person-has-left");
        await (await leaver.PostAsJsonAsync(Items, Sample())).ProblemAsync(403, "person-has-left");

        var mine = await successor.GetFromJsonAsync<JsonElement>($"{Items}?mine=true");
        Assert.Contains(mine.GetProperty("items").EnumerateArray(), row => row.GetProperty("id").GetGuid() == draft.Id);
        var taken = await successor.ReadAsync(draft.Id);
        Assert.Equal(["edit", "submit"], Actions(taken));
        var edited = await successor.ChangedAsync(draft.Id,
            await successor.ActAsync(HttpMethod.Put, $"{Items}/{draft.Id}", taken.ETag, Sample("接替后的标题")));
        await successor.SubmitAsync(edited);
        Assert.Equal(["succeeding-head"], (await host.RequestFor(draft.Id)).Contributors);
        var entries = await host.Query(db => db.AuditEntries.Where(e => e.SubjectId == draft.Id).OrderBy(e => e.Position)
            .Select(e => $"{e.Act} {e.Actor} {e.OnBehalfOf} {e.Unit} {e.Role}").ToListAsync());
        Assert.Equal(["drafted leaving-officer  art officer", "edited succeeding-head leaving-officer art officer",
            "submitted succeeding-head leaving-officer art officer"], entries);

        // What was taken back gives nothing any more, and gives the powers back to whom they were taken from.
        await host.Substitute(Replacement("leaving-officer", "succeeding-head", isRevoked: true));
        await Eventually.Holds(async () => await StatusAsync(leaver, Items) == HttpStatusCode.OK, "the service heard that it was revoked");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(successor, $"{Items}/{draft.Id}"));
    }

    [Fact]
    public async Task A_stand_in_has_the_powers_for_the_days_agreed_and_never_more_than_the_principal_still_holds()
    {
        using var officer = host.As("officer", userName: "away-officer");
        using var standIn = host.As("policy", unit: "policy", userName: "stand-in");
        using var later = host.As("promotion", unit: "museum", userName: "later-stand-in");
        using var earlier = host.As("promotion", unit: "museum", userName: "earlier-stand-in");
        var draft = await officer.DraftAsync(Sample());
        await host.Substitute(Delegation("away-officer", "later-stand-in", Today.AddDays(1), Today.AddDays(9)));
        await host.Substitute(Delegation("away-officer", "earlier-stand-in", Today.AddDays(-9), Today.AddDays(-1)));
        await host.Substitute(Delegation("away-officer", "stand-in", Today, Today));
        await Eventually.Holds(async () => Actions(await standIn.ReadAsync(draft.Id)).Length == 2, "the service heard of the stand-in");

        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(later, $"{Items}/{draft.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(earlier, $"{Items}/{draft.Id}"));
        await (await later.PostAsJsonAsync(Items, Sample())).ProblemAsync(403, "role-is-missing");
        // A delegation takes nothing from its principal.
        Assert.Equal(["edit", "submit"], Actions(await officer.ReadAsync(draft.Id)));

        // The principal moves to another unit: the powers over the old one have ended with the move.
        await host.Seen(new ColleagueChanged(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), "bijie", "away-officer",
            "away-officer", "away-officer", "museum", ["officer"], TimeProvider.System.GetUtcNow()));
        await Eventually.Holds(async () => Actions(await standIn.ReadAsync(draft.Id)).Length == 0, "the service heard of the move");
        await (await standIn.ActAsync(HttpMethod.Post, $"{Items}/{draft.Id}/submit", draft.ETag)).ProblemAsync(403, "role-is-missing");
    }

    [Fact]
    public async Task An_older_word_about_people_changes_nothing()
    {
        using var leaver = host.As("officer", userName: "twice-told");
        var replacement = Replacement("twice-told", "anybody");
        await host.Substitute(replacement);
        await Eventually.Holds(async () => await StatusAsync(leaver, Items) == HttpStatusCode.Forbidden, "the service heard who left");
        await host.Substitute(replacement with
        {
            MessageId = Guid.CreateVersion7(),
            OccurredAt = replacement.OccurredAt.AddSeconds(-1),
            IsRevoked = true
        });
        // Another word, sent after it, has been heard: so has this one.
        await host.Substitute(Replacement("heard-after", "anybody"));
        using var after = host.As("officer", userName: "heard-after");
        await Eventually.Holds(async () => await StatusAsync(after, Items) == HttpStatusCode.Forbidden, "what came later was heard");
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(leaver, Items));
    }

    [Theory]
    [InlineData("system-admin")]
    [InlineData("security-admin")]
    [InlineData("audit-admin")]
    [InlineData("promotion")]
    [InlineData("officer,audit-admin")]
    [InlineData("head,security-admin")]
    public async Task Whoever_drafts_nothing_reads_no_draft_of_the_own_unit(string roles)
    {
        using var officer = host.As("officer");
        var draft = await officer.DraftAsync(Sample());
        using var other = host.As(roles, userName: "apart-" + roles.Replace(',', '-'));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(other, $"{Items}/{draft.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(other, $"{Items}/{draft.Id}/companions"));
        Assert.Empty((await other.GetFromJsonAsync<JsonElement>(Items)).GetProperty("items").EnumerateArray());
        await (await other.PostAsJsonAsync(Items, Sample())).ProblemAsync(403, "role-is-missing");
    }

    [Fact]
    public async Task Reviewers_are_not_told_what_another_unit_writes()
    {
        using var art = host.As("officer");
        var document = await art.DraftAsync(Sample());
        using var office = host.As("office", unit: "office");
        var explanation = await office.DraftAsync(new
        {
            title = "内部解读材料",
            body = "内部讨论稿。",
            category = "public-concern",
            scope = "internal",
            interprets = new[] { document.Id.ToString() },
        });
        Assert.NotEqual(Guid.Empty, explanation.Id);
        await art.SubmitAsync(document);
        var told = (await host.RequestFor(document.Id)).Snapshot.Fields;
        Assert.DoesNotContain(told, field => field.Value.Contains("内部解读材料", StringComparison.Ordinal));
        Assert.Equal("其他单位尚未公开的 1 件", told.Single(field => field.Code == SnapshotFields.Interpretations).Value);
    }

    [Fact]
    public async Task Nobody_learns_from_a_companion_what_another_unit_writes_on_a_published_item()
    {
        var number = await host.PublishAsync(Sample("关于开放文化馆的解读"));
        var published = await host.ItemOf(number);
        using var office = host.As("office", unit: "office");
        var read = await office.ReadAsync(published);
        (await office.ActAsync(HttpMethod.Post, $"{Items}/{published}/revise", read.ETag)).Dispose();
        read = await office.ReadAsync(published);
        await office.ChangedAsync(published, await office.ActAsync(HttpMethod.Put, $"{Items}/{published}", read.ETag, Sample("尚未公开的新解读")));

        using var museum = host.As("officer", unit: "museum", userName: "museum-reader");
        Assert.Equal(HttpStatusCode.NotFound, await StatusAsync(museum, $"{Items}/{published}"));
        var own = await museum.DraftAsync(new
        {
            title = "博物馆开放办法",
            body = "第一条",
            category = "public-concern",
            interpretations = new[] { number },
        });
        var companions = await museum.GetStringAsync($"{Items}/{own.Id}/companions");
        Assert.Contains("关于开放文化馆的解读", companions, StringComparison.Ordinal);
        Assert.DoesNotContain("尚未公开的新解读", companions, StringComparison.Ordinal);
        using (var refused = await museum.PostAsJsonAsync(Items,
            new { title = "某解读", body = "正文", category = "public-concern", interprets = new[] { number } }))
            Assert.DoesNotContain("尚未公开的新解读", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await museum.SubmitAsync(own);
        var told = (await host.RequestFor(own.Id)).Snapshot.Fields.Single(field => field.Code == SnapshotFields.Interpretations).Value;
        Assert.Equal($"“关于开放文化馆的解读”（已发布，{number}）", told);
    }

    [Fact]
    public async Task What_a_stand_in_drafts_is_the_principals_and_neither_of_them_may_approve_it()
    {
        using var principal = host.As("officer", userName: "drafting-principal");
        using var standIn = host.As("policy", unit: "policy", userName: "drafting-stand-in");
        await host.Substitute(Delegation("drafting-principal", "drafting-stand-in", Today, Today));
        await Eventually.Holds(async () => (await standIn.GetStringAsync("/api/catalogue/bijie/me"))
            .Contains("drafting-principal", StringComparison.Ordinal), "the service heard of the stand-in");
        var draft = await standIn.DraftAsync(Sample());
        Assert.Equal(["edit", "submit"], Actions(draft));
        Assert.Equal(["edit", "submit"], Actions(await principal.ReadAsync(draft.Id)));
        await standIn.SubmitAsync(draft);
        var request = await host.RequestFor(draft.Id);
        Assert.Equal(("drafting-principal", "drafting-stand-in", "drafting-principal"),
            (request.Author, request.Submitter!.Subject, request.Submitter.OnBehalfOf));
        Assert.Equal(["drafting-stand-in"], request.Contributors);
    }

    [Fact]
    public async Task Submitting_is_offered_only_where_nothing_stands_in_its_way()
    {
        using var officer = host.As("officer");
        foreach (var content in new object[] { new { title = "内部事项", body = "正文", category = "public-concern", scope = "internal" },
            new { title = "涉密事项", body = "正文", category = "public-concern", secrecy = "classified" } })
            Assert.Equal(["edit"], Actions(await officer.DraftAsync(content)));
    }

    [Fact]
    public async Task A_new_database_asks_once_who_is_who()
    {
        await Eventually.Holds(() => Task.FromResult(host.Facts.OfType<PeopleRequested>().Any()), "Review was asked");
        var asked = Assert.Single(host.Facts.OfType<PeopleRequested>());
        Assert.Equal("catalogue", asked.Service);
    }

    private static string[] Actions(Read item)
        => [.. item.Json.GetProperty("actions").EnumerateArray().Select(action => action.GetString()!)];

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        return response.StatusCode;
    }

    internal static SubstitutionChanged Replacement(string principal, string successor, bool isRevoked = false)
        => Change(principal, successor, Today, null, isRevoked) with { IsReplacement = true };

    private static SubstitutionChanged Delegation(string principal, string standIn, DateOnly from, DateOnly to)
        => Change(principal, standIn, from, to, false);

    private static SubstitutionChanged Change(string principal, string other, DateOnly from, DateOnly? to, bool isRevoked)
        => new(Guid.CreateVersion7(), TimeProvider.System.GetUtcNow(), "bijie", Named(principal, other), false, principal, principal, other,
            "art", ["officer"], from, to, isRevoked);

    /// <summary>One id for one pair, so that a revocation is of what was agreed.</summary>
    private static Guid Named(string principal, string other)
        => new(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(principal + other)).AsSpan(0, 16));
}
