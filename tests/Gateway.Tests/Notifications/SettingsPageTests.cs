using System.Net;
using System.Text.RegularExpressions;
using Disclosure.Gateway.Notifications.Domain;
using Disclosure.Testing;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xunit;

namespace Disclosure.Gateway.Tests.Notifications;

/// <summary>通知设置, as a person without scripts sees and sends it.</summary>
public sealed partial class SettingsPageTests : IAsyncLifetime
{
    private const string Page = "/staff/notifications";
    private const string Officer = "officer officer@bureau.test";

    private NotificationHost host = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        host = await NotificationHost.StartAsync();
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = host.Address };
        client.DefaultRequestHeaders.Host = "zwgk.example.gov.cn";
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await host.DisposeAsync();
    }

    [Fact]
    public async Task It_says_where_mails_go_which_channels_there_are_and_that_nothing_is_sent_unasked()
    {
        var (_, page) = await GetAsync(Officer);

        Assert.Contains("发送到 officer@bureau.test", page, StringComparison.Ordinal);
        Assert.Contains("统一身份认证系统", page, StringComparison.Ordinal);
        Assert.Contains("短信或工作群：本平台没有配置", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"webhook\"", page, StringComparison.Ordinal);
        Assert.Matches("<option value=\"off\" selected[^>]*>不提醒", page);
        foreach (var (field, value) in ((string, string)[])[("quietFrom", "22:00"), ("quietTo", "07:30"), ("digestAt", "08:30")])
            Assert.Matches($"name=\"{field}\"[^>]* value=\"{value}\"", page);
        Assert.Contains("<a href=\"/staff/notifications\">", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_has_no_verified_address_is_told_so_and_offered_no_mail()
    {
        var (_, page) = await GetAsync("officer");

        Assert.Contains("您的账号没有经过核实的电子邮箱", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"email\"", page, StringComparison.Ordinal);
        // Nor is it taken from a form that was changed.
        var (status, answer, _) = await PostAsync("officer", page, ("email", "at-once"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("您的账号没有经过核实的电子邮箱，不能选择邮件提醒", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_is_kept_told_and_recorded_once_however_often_the_form_is_sent()
    {
        var (_, page) = await GetAsync(Officer);
        for (var n = 0; n < 2; n++)
        {
            var (status, _, location) = await PostAsync(Officer, page, ("email", "digest"), ("quietFrom", ""), ("quietTo", ""),
                ("digestAt", "17:45"));
            Assert.Equal(HttpStatusCode.Redirect, status);
            Assert.EndsWith("/staff/notifications?done=notifications", location, StringComparison.Ordinal);
        }

        var (_, saved) = await GetAsync(Officer, "?done=notifications");
        Assert.Contains("通知设置已保存", saved, StringComparison.Ordinal);
        Assert.Matches("<option value=\"digest\" selected", saved);
        Assert.Matches("name=\"digestAt\"[^>]* value=\"17:45\"", saved);
        var kept = await host.InDatabaseAsync(db => db.Preferences.AsNoTracking().SingleAsync());
        Assert.Equal((Delivery.Digest, Delivery.Off, null, new TimeOnly(17, 45), 1),
            (kept.Email, kept.Webhook, kept.Choice.Quiet, kept.DigestAt, kept.Version));
        var facts = await host.InDatabaseAsync(db => db.AuditEntries.AsNoTracking().OrderBy(e => e.Position).ToListAsync());
        Assert.Equal(["notifications-readdressed", "notifications-chosen"], facts.Select(fact => fact.Act));
        Assert.All(facts, fact => Assert.Equal(("subject-officer", "bijie", "gateway"), (fact.Actor, fact.Authority, fact.Service)));
        Assert.Equal("""{"email":"digest","webhook":"off","quiet":"","digestAt":"17:45"}""", facts[1].Detail);
    }

    [Fact]
    public async Task What_is_wrong_is_told_at_its_field_and_nothing_of_the_form_is_lost()
    {
        var (_, page) = await GetAsync(Officer);
        foreach (var (fields, field, words) in (((string, string)[], string, string)[])[
            ([("email", "sometimes")], "email", "请从列出的选项中选择"),
            ([("webhook", "at-once")], "webhook", "本平台没有配置这种提醒方式"),
            ([("digestAt", "")], "digestAt", "请填写汇总时间"),
            ([("digestAt", "25:00")], "digestAt", "请填写汇总时间"),
            ([("digestAt", "06:00")], "digestAt", "汇总时间不能落在免打扰时段内"),
            ([("quietFrom", "")], "quietFrom", "请填写免打扰开始时间"),
            ([("quietFrom", "07:30")], "quietTo", "不能是同一时间")])
        {
            var (status, answer, _) = await PostAsync(Officer, page, [("digestAt", "12:34"), .. fields]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
            Assert.Contains($"<a href=\"#{field}\">", answer, StringComparison.Ordinal);
            Assert.Contains(words, answer, StringComparison.Ordinal);
            if (field is not ("webhook" or "digestAt"))
            {
                Assert.Contains($"aria-describedby=\"{field}-", answer, StringComparison.Ordinal);
                Assert.Contains("value=\"12:34\"", answer, StringComparison.Ordinal);
            }
        }

        Assert.Equal(0, await host.InDatabaseAsync(db => db.Preferences.CountAsync()));
    }

    [Fact]
    public async Task Two_first_choices_at_once_leave_one_set_of_preferences()
    {
        await host.ChooseAsync(NotificationHost.Person("head"), Delivery.AtOnce);
        var (_, page) = await GetAsync(Officer);
        // Whoever saves waits for the authority's audit chain, which the test holds until both do.
        await using var other = new NpgsqlConnection(host.ConnectionString);
        await other.OpenAsync();
        await using var transaction = await other.BeginTransactionAsync();
        await using (var hold = new NpgsqlCommand("select from audit_heads where authority = 'bijie' for update", other))
            await hold.ExecuteNonQueryAsync();
        var posts = Enumerable.Range(0, 2).Select(n => PostAsync(Officer, page, ("email", "at-once"), ("key", $"key-{n}"))).ToList();
        await Eventually.Holds(() => host.InDatabaseAsync(async db => await db.Database.SqlQuery<int>($"""
            select count(*)::int as "Value" from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
            """).SingleAsync() == 2), "both wait");
        await transaction.CommitAsync();

        Assert.All(await Task.WhenAll(posts), answer => Assert.Equal(HttpStatusCode.Redirect, answer.Status));
        Assert.Equal(2, await host.InDatabaseAsync(db => db.Preferences.CountAsync()));
    }

    private async Task<(HttpStatusCode Status, string Text)> GetAsync(string who, string query = "")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Page + query);
        request.Headers.Add(NotificationHost.PutToWork.Header, who);
        using var response = await client.SendAsync(request);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()));
    }

    private async Task<(HttpStatusCode Status, string Text, string? Location)> PostAsync(string who, string page,
        params (string Name, string Value)[] fields)
    {
        var form = new Dictionary<string, string>
        {
            ["email"] = "off",
            ["quietFrom"] = "22:00",
            ["quietTo"] = "07:30",
            ["digestAt"] = "08:30",
            ["key"] = Key().Match(page).Groups[1].Value,
            ["_handler"] = "notifications",
            ["__RequestVerificationToken"] = Token().Matches(page)[^1].Groups[1].Value,
        };
        foreach (var (name, value) in fields) form[name] = value;
        using var request = new HttpRequestMessage(HttpMethod.Post, Page) { Content = new FormUrlEncodedContent(form) };
        request.Headers.Add(NotificationHost.PutToWork.Header, who);
        using var response = await client.SendAsync(request);
        return (response.StatusCode, WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync()),
            response.Headers.Location?.OriginalString);
    }

    [GeneratedRegex("name=\"key\" value=\"([^\"]+)\"")]
    private static partial Regex Key();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
