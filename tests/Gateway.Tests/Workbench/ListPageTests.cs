using System.Net;
using System.Text.RegularExpressions;
using Disclosure.Contracts;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Contracts.Review.Api;
using Disclosure.Contracts.Work;
using Disclosure.Gateway.Tests.Front;
using Disclosure.Kernel;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Xunit;
using static Disclosure.Gateway.Tests.Workbench.PlayedServices;

namespace Disclosure.Gateway.Tests.Workbench;

/// <summary>What the lists of the workbench say of themselves and of their rows.</summary>
public sealed class ListPageTests
{
    [Fact]
    public async Task A_list_of_work_is_named_in_title_and_heading_with_its_page()
    {
        await using var played = await StartAsync();
        played.Says("GET review/work", new Page<WorkItem>([Row("一") with { OnBehalfOfName = "毕节·分管领导" }], "next"));

        var (_, first, _) = await played.GetAsync("/staff?list=waiting");
        Assert.Contains("<title>待他人办理 · ", first, StringComparison.Ordinal);
        Assert.Contains("data-heading>待他人办理</h2>", first, StringComparison.Ordinal);
        Assert.Contains("&page=2", first, StringComparison.Ordinal);
        Assert.Contains("第 1 页", first, StringComparison.Ordinal);
        Assert.Contains("分管领导审批</span>（代毕节·分管领导）", first, StringComparison.Ordinal);
        // On paper: whose list, and of which day.
        Assert.Contains("打印人：bijie-officer", first, StringComparison.Ordinal);
        Assert.Contains("待他人办理共 0 件，第 1 页，本页 1 件。", first, StringComparison.Ordinal);
        var (_, second, _) = await played.GetAsync("/staff?list=waiting&after=x&page=2");
        Assert.Contains("data-heading>待他人办理（第 2 页）</h2>", second, StringComparison.Ordinal);
        Assert.Contains("<title>待他人办理（第 2 页） · ", second, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/staff/items?after=x&page=3", "信息（第 3 页）")]
    [InlineData("/staff/items?after=x&page=abc", "信息（续）")]
    [InlineData("/staff/items?page=7", "信息")]
    public async Task A_page_of_a_list_says_which_it_is(string address, string heading)
    {
        await using var played = await StartAsync();
        played.Says("GET catalogue/items", new Page<StaffItemRow>([], "next"));
        var (_, text, _) = await played.GetAsync(address);
        Assert.Contains($"<h1>{heading}</h1>", text, StringComparison.Ordinal);
        Assert.Contains($"<title>{heading} · 政务公开工作台</title>", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_log_keeps_whose_acts_are_shown_from_one_service_to_the_other_and_when_it_is_verified()
    {
        await using var played = await StartAsync();
        played.Says("GET review/audit/people/9", new Page<AuditRecord>([], null));
        var (_, text, _) = await played.GetAsync("/staff/audit?log=review&person=9");
        Assert.Contains("href=\"/staff/audit?log=catalogue&person=9\"", text, StringComparison.Ordinal);
        Assert.Contains("href=\"/staff/audit?log=review&person=9&verify=true\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_was_urged_is_named()
    {
        await using var played = await StartAsync();
        var id = Guid.CreateVersion7();
        played.Says("GET review/supervision", new SupervisionView([], [Late(id)], [], [], [], [], [], [], []));
        played.Says($"GET review/cases/{id}", Case(id, CaseState.Open, Step("proof", "一校", StepState.Open, candidates: ["张三", "李四"])));

        var (_, text, _) = await played.GetAsync($"/staff/supervision?done=urged&case={id}&step=proof");

        Assert.Contains("已催办：某公告（一校）。已通知张三、李四", text, StringComparison.Ordinal);
        Assert.Contains("请今天办结", text, StringComparison.Ordinal);
        var (_, unknown, _) = await played.GetAsync($"/staff/supervision?done=urged&case={id}&step=other");
        Assert.Contains("已催办，办理人会在待办中看到。", unknown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_urged_a_step_today_is_told_so_in_the_place_of_the_button(bool mayUrge)
    {
        await using var played = await StartAsync();
        played.Says("GET review/supervision", new SupervisionView([], [Late(Guid.CreateVersion7(), mayUrge)], [], [], [], [], [], [], []));
        var (_, text, _) = await played.GetAsync("/staff/supervision");
        Assert.Equal(mayUrge, text.Contains("催办意见（可不填）", StringComparison.Ordinal));
        Assert.Equal(!mayUrge, text.Contains("您今天已催办（各方共催办 1 次），明天可以再催。", StringComparison.Ordinal));
        Assert.Contains("请今天办结", text, StringComparison.Ordinal);
        Assert.Matches("最近催办 <span[^>]*>2026-03-05</span>，毕节·纪检", text);
    }

    [Fact]
    public async Task Who_supervises_is_led_to_what_waits_for_oneself_and_not_asked_to_urge_it()
    {
        await using var played = await StartAsync();
        var own = Late(Guid.CreateVersion7()) with { MayDecide = true, UrgedByName = null };
        played.Says("GET review/supervision", new SupervisionView([], [own], [], [], [], [], [], [], []));
        var (_, text, _) = await played.GetAsync("/staff/supervision");
        Assert.Matches($"href=\"/staff/cases/{own.CaseId}\"[^>]*>由您办理</a>", text);
        Assert.DoesNotContain("催办意见（可不填）", text, StringComparison.Ordinal);
        Assert.Matches("最近催办 <span[^>]*>2026-03-05</span>，系统", text);
    }

    [Theory]
    [InlineData("/staff/items?after=x&page=3&state=draft", "GET catalogue/items", "/staff/items?state=draft")]
    [InlineData("/staff/bulk?after=x", "GET review/tasks", "/staff/bulk")]
    public async Task A_list_whose_key_is_not_one_leads_back_to_its_first_page(string address, string asked, string first)
    {
        await using var played = await StartAsync();
        var failure = PageLimit.CursorIsInvalid;
        played.Refuses(asked, HttpStatusCode.UnprocessableEntity, failure.Code, failure.Title, failure.Detail);
        var (_, text, _) = await played.GetAsync(address);
        Assert.Matches($"href=\"[^\"]*{Regex.Escape(first)}\">回到第一页</a>", text);
    }

    [Fact]
    public async Task Who_may_not_open_a_page_is_told_of_the_page_and_not_of_something_to_handle()
    {
        await using var played = await StartAsync();
        var failure = StaffAuthentication.RoleIsMissing;
        foreach (var asked in (string[])["review/audit/entries", "review/supervision"])
            played.Refuses($"GET {asked}", HttpStatusCode.Forbidden, failure.Code, failure.Title, failure.Detail);
        foreach (var page in (string[])["/staff/audit", "/staff/supervision"])
        {
            var (status, text, _) = await played.GetAsync(page);
            Assert.Equal(HttpStatusCode.Forbidden, status);
            Assert.Contains("您的角色不能查看这个页面。", text, StringComparison.Ordinal);
            Assert.DoesNotContain("代人办理的", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Who_replaces_somebody_or_has_no_powers_cannot_be_chosen_as_the_one_who_left()
    {
        await using var played = await StartAsync();
        var day = new DateOnly(2026, 1, 1);
        played.Says("GET review/delegations", new Page<DelegationView>([new DelegationView(Guid.CreateVersion7(),
            SubstitutionKind.Replacement, "9", "毕节·旧人", "art", ["head"], "2", "毕节·接替人", day, null, "调离",
            DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch, null, null, [])], null));
        played.Says("GET review/colleagues", new Page<ColleagueView>([.. new[] { ("2", "毕节·接替人", "head"), ("3", "毕节·别人", "head"),
            ("4", "毕节·热线", "hotline") }.Select(one => new ColleagueView(one.Item1, one.Item1, one.Item2, "art", [one.Item3],
            DateTimeOffset.UnixEpoch))], null));

        var (_, text, _) = await played.GetAsync("/staff/delegations", (FrontServer.AtWork, "security-admin"));

        Assert.Equal(["3"], Choices("leaver"));
        Assert.Equal(["2", "3", "4"], Choices("successor"));

        IEnumerable<string> Choices(string field)
            => Regex.Matches(Regex.Match(text, $"<select[^>]* name=\"{field}\".*?</select>", RegexOptions.Singleline).Value,
                "<option value=\"(.+?)\"").Select(option => option.Groups[1].Value);
    }

    [Theory]
    [InlineData("/staff/items/new", "draft", "POST catalogue/items")]
    public async Task A_form_that_made_its_draft_already_leads_to_what_the_person_drafted(string page, string form, string request)
    {
        await using var played = await StartAsync();
        played.Refuses(request, HttpStatusCode.Conflict, CommandFailures.KeyReused.Code, CommandFailures.KeyReused.Title);
        var (_, text, _) = await played.PostAsync(page, form, ("title", "某公告"), ("body", "正文"));
        Assert.Contains("这张表已经保存过一份草稿", text, StringComparison.Ordinal);
        Assert.Contains("href=\"/staff/items?mine=true\"", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(DelegationEnd.Revoked, "已撤销")]
    [InlineData(DelegationEnd.Declined, "已谢绝")]
    [InlineData(DelegationEnd.HandedBack, "已交回")]
    public async Task A_delegation_says_how_it_ended(DelegationEnd end, string words)
    {
        await using var played = await StartAsync();
        var day = new DateOnly(2999, 1, 1);
        played.Says("GET review/delegations", new Page<DelegationView>([new DelegationView(Guid.CreateVersion7(),
            SubstitutionKind.Delegation, "2", "毕节·分管领导", "office", ["deputy"], "1", "毕节·信息员", day, day, "出差",
            DateTimeOffset.UnixEpoch, null, DateTimeOffset.UnixEpoch, end, [])], null));
        played.Says("GET review/colleagues", new Page<ColleagueView>([], null));
        var (_, text, _) = await played.GetAsync("/staff/delegations");
        Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2020, false, "已到期（未接受）")]
    [InlineData(2020, true, "已到期")]
    [InlineData(2999, false, "待对方接受")]
    public async Task A_delegation_whose_last_day_has_passed_waits_for_nobody(int year, bool accepted, string words)
    {
        await using var played = await StartAsync();
        var day = new DateOnly(year, 1, 1);
        played.Says("GET review/delegations", new Page<DelegationView>([new DelegationView(Guid.CreateVersion7(),
            SubstitutionKind.Delegation, "2", "毕节·分管领导", "office", ["deputy"], "1", "毕节·信息员", day.AddDays(-1), day, "出差",
            DateTimeOffset.UnixEpoch, accepted ? DateTimeOffset.UnixEpoch : null, null, null, [])], null));
        played.Says("GET review/colleagues", new Page<ColleagueView>([], null));
        var (_, text, _) = await played.GetAsync("/staff/delegations");
        Assert.Matches($"data-label=\"状态\">\\s*<div>\\s*<span[^>]*>{words}</span>", text);
    }

    [Theory]
    [InlineData("system-admin", false)]
    [InlineData("audit-admin", false)]
    [InlineData("security-admin", true)]
    [InlineData("discipline", true)]
    public async Task Who_takes_no_part_in_reviews_is_shown_no_empty_lists_of_them(string role, bool hasDone)
    {
        await using var played = await StartAsync();
        var (_, text, _) = await played.GetAsync("/staff", (FrontServer.AtWork, role));
        Assert.DoesNotContain("待我办理", text, StringComparison.Ordinal);
        Assert.DoesNotContain("没有等您办理的事项", text, StringComparison.Ordinal);
        Assert.Equal(hasDone, text.Contains("/staff?list=done", StringComparison.Ordinal));

        // What is theirs to confirm is a list all the same.
        played.Says("GET review/work", new Page<WorkItem>([Row("离岗接替")], null));
        Assert.Contains("待我办理", (await played.GetAsync("/staff", (FrontServer.AtWork, role))).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(SubstitutionKind.Delegation, "accept", false, true, "已接受授权，即刻起由您代办")]
    [InlineData(SubstitutionKind.Delegation, "accept", false, false, "已接受授权，从开始日期起由您代办")]
    [InlineData(SubstitutionKind.Replacement, "accept", false, true, "已确认接替，即刻生效")]
    [InlineData(SubstitutionKind.Replacement, "accept", false, false, "已确认接替，从开始日期起生效")]
    [InlineData(SubstitutionKind.Delegation, "revoke", false, true, "授权已谢绝")]
    [InlineData(SubstitutionKind.Delegation, "revoke", true, true, "授权已交回")]
    public async Task What_is_said_of_a_delegation_is_what_was_done(SubstitutionKind kind, string verb, bool accepted, bool begun,
        string words)
    {
        await using var played = await StartAsync();
        var id = Guid.CreateVersion7();
        var day = begun ? new DateOnly(2026, 1, 1) : new DateOnly(2999, 1, 1);
        var delegation = new DelegationView(id, kind, "2", "毕节·分管领导", "office", ["deputy"], "1", "毕节·信息员",
            day, day, "出差", DateTimeOffset.UnixEpoch, accepted ? DateTimeOffset.UnixEpoch : null, null, null,
            accepted ? [DelegationAction.Revoke] : [DelegationAction.Accept, DelegationAction.Revoke]);
        played.Says("GET review/delegations", new Page<DelegationView>([delegation], null));
        played.Says("GET review/colleagues", new Page<ColleagueView>([], null));
        played.Says($"POST review/delegations/{id}/{verb}", HttpStatusCode.NoContent, new { });

        var (status, _, answer) = await played.PostAsync("/staff/delegations", $"{verb}-{id}");

        Assert.Equal(HttpStatusCode.Redirect, status);
        var (_, text, _) = await played.GetAsync(answer.Headers.Location!.ToString());
        Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_long_reason_is_folded_and_nothing_of_it_is_lost()
    {
        await using var played = await StartAsync();
        var reason = new string('理', 79) + "😀由完";
        played.Says("GET review/supervision", new SupervisionView([], [], [], [], [], [],
            [new Intervention(Guid.CreateVersion7(), "某公告", "ended", null, "2", "某人", null, "director", DateTimeOffset.UnixEpoch, reason)],
            [], []));
        var (_, text, _) = await played.GetAsync("/staff/supervision");
        Assert.Contains($"<span class=\"beginning\">{new string('理', 79)}…</span></summary>", text, StringComparison.Ordinal);
        Assert.Contains($"<div class=\"lines\">{reason}</div>", text, StringComparison.Ordinal);
    }

    private static PressingStep Late(Guid id, bool mayUrge = true)
        => new(id, "某公告", "信息公开", "art", "proof", "一校", ["office"], new DateOnly(2026, 3, 6), 1, new DateOnly(2026, 3, 5), "毕节·纪检",
            "请今天办结", mayUrge, false);

    private static WorkItem Row(string title) => new(SubjectKinds.ReviewCase, Guid.CreateVersion7(), title, "分管领导审批", "art",
        DateTimeOffset.UnixEpoch, null, null, null, [], null, "/staff/cases/1", "1");
}
