using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Disclosure.Identity.Tests.Servers;
using Xunit;

namespace Disclosure.Identity.Tests;

/// <summary>Wrong passwords at the development issuer: counted and answered as Keycloak 26.7 does with the same realm file.</summary>
public sealed partial class LockoutTests
{
    private const string Person = "bijie-officer";
    private static readonly TimeSpan Unhurried = TimeSpan.FromSeconds(2);

    [Fact]
    public async Task The_tenth_wrong_password_locks_the_account_for_a_minute_at_the_form_and_at_the_grant()
    {
        await using var issuer = await IssuerInProcess.StartAsync();
        using var browser = new IssuerClient(issuer.Address.Port);
        var form = IssuerClient.Fields(await browser.GetAsync(IssuerClient.AuthorizationQuery));
        for (var failure = 0; failure < 5; failure++)
        {
            using var refused = await browser.SignInAsync(form, Person, "wrong");
            issuer.Clock.Advance(Unhurried);
            await FailAsync(issuer, browser, 1);
        }

        // Another case of the letters is the same account.
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(browser, Person.ToUpperInvariant()));
        using var locked = await browser.SignInAsync(form);
        Assert.Equal(HttpStatusCode.Unauthorized, locked.StatusCode);

        issuer.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser));
    }

    [Fact]
    public async Task Nine_wrong_passwords_lock_nothing_and_the_right_one_forgets_them()
    {
        await using var issuer = await IssuerInProcess.StartAsync();
        using var browser = new IssuerClient(issuer.Address.Port);

        for (var day = 0; day < 3; day++)
        {
            await FailAsync(issuer, browser, 9);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser));
        }

        // One account's failures are nobody else's.
        await FailAsync(issuer, browser, 10);
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser, "bijie-head"));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(browser));
    }

    [Fact]
    public async Task Two_wrong_passwords_within_a_second_lock_the_account_for_a_minute()
    {
        await using var issuer = await IssuerInProcess.StartAsync();
        using var browser = new IssuerClient(issuer.Address.Port);
        await browser.GrantAsync(Person, "wrong");
        issuer.Clock.Advance(TimeSpan.FromMilliseconds(999));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.GrantAsync(Person, "wrong")).Status);

        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(browser));

        issuer.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser));
    }

    [Theory]
    [InlineData("MULTIPLE", 2, 60)]
    [InlineData("MULTIPLE", 3, 60)]
    [InlineData("MULTIPLE", 4, 120)]
    [InlineData("MULTIPLE", 9, 150)]
    [InlineData("LINEAR", 2, 60)]
    [InlineData("LINEAR", 3, 120)]
    [InlineData("LINEAR", 9, 150)]
    public async Task The_wait_grows_with_the_failures_as_the_realm_says_and_never_beyond_its_limit(
        string strategy, int failures, int seconds)
    {
        await using var issuer = await IssuerInProcess.StartAsync(realm =>
            (realm["failureFactor"], realm["bruteForceStrategy"], realm["maxFailureWaitSeconds"]) = (2, strategy, 150));
        using var browser = new IssuerClient(issuer.Address.Port);
        for (var failure = 1; failure < failures; failure++)
        {
            await FailAsync(issuer, browser, 1);
            issuer.Clock.Advance(TimeSpan.FromMinutes(3));
        }

        await browser.GrantAsync(Person, "wrong");

        issuer.Clock.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(browser));
        issuer.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser));
    }

    [Fact]
    public async Task What_is_tried_while_the_account_is_locked_is_not_counted()
    {
        await using var issuer = await IssuerInProcess.StartAsync(realm => realm["failureFactor"] = 2);
        using var browser = new IssuerClient(issuer.Address.Port);
        await FailAsync(issuer, browser, 22);

        issuer.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser));
    }

    [Fact]
    public async Task Failures_are_forgotten_after_twelve_quiet_hours()
    {
        await using var issuer = await IssuerInProcess.StartAsync();
        using var browser = new IssuerClient(issuer.Address.Port);
        await FailAsync(issuer, browser, 9);
        issuer.Clock.Advance(TimeSpan.FromHours(12));

        await FailAsync(issuer, browser, 9);

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser));
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 3)]
    public async Task A_realm_that_locks_for_good_does_so_once_its_temporary_locks_are_used_up(int temporary, int failures)
    {
        await using var issuer = await IssuerInProcess.StartAsync(realm =>
            (realm["failureFactor"], realm["permanentLockout"], realm["maxTemporaryLockouts"]) = (2, true, temporary));
        using var browser = new IssuerClient(issuer.Address.Port);
        for (var failure = 0; failure < failures; failure++)
        {
            issuer.Clock.Advance(TimeSpan.FromHours(1));
            await browser.GrantAsync(Person, "wrong");
        }

        issuer.Clock.Advance(TimeSpan.FromDays(30));

        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(browser));
    }

    [Fact]
    public async Task A_realm_without_protection_locks_nobody()
    {
        await using var issuer = await IssuerInProcess.StartAsync(realm => realm["bruteForceProtected"] = false);
        using var browser = new IssuerClient(issuer.Address.Port);
        for (var failure = 0; failure < 40; failure++) await browser.GrantAsync(Person, "wrong");

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser));
    }

    [Fact]
    public async Task Nothing_tells_a_locked_account_from_a_wrong_password_or_from_a_name_nobody_has()
    {
        await using var issuer = await IssuerInProcess.StartAsync(realm => realm["failureFactor"] = 1);
        using var browser = new IssuerClient(issuer.Address.Port);
        var form = IssuerClient.Fields(await browser.GetAsync(IssuerClient.AuthorizationQuery));

        var wrong = await AnswersAsync(Person, "wrong");
        var locked = await AnswersAsync(Person, "disclosure");
        var unknown = await AnswersAsync("bijie-nobody", "disclosure");
        // Whether an account is disabled is told to whoever knows its password, and not while it is locked.
        await browser.GrantAsync("bijie-disabled", "wrong");
        var disabled = await AnswersAsync("bijie-disabled", "disclosure");

        Assert.All((string[])[locked, unknown, disabled], answers => Assert.Equal(wrong, answers));

        async Task<string> AnswersAsync(string user, string password)
        {
            using var page = await browser.SignInAsync(form, user, password);
            var text = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            var grant = await browser.GrantAsync(user, password);
            return $"{page.StatusCode} {ValueOfAField().Replace(text, "")} {grant.Status} {grant.Body}";
        }
    }

    [Fact]
    public async Task Guesses_in_parallel_are_counted_one_by_one()
    {
        await using var issuer = await IssuerInProcess.StartAsync(realm =>
            (realm["quickLoginCheckMilliSeconds"], realm["maxFailureWaitSeconds"]) = (0, 100_000));
        using var browser = new IssuerClient(issuer.Address.Port);

        await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => browser.GrantAsync(Person, "wrong")));

        // Ten failures lock it for one minute; were all sixty counted, it would be six.
        Assert.Equal(HttpStatusCode.BadRequest, await StatusAsync(browser));
        issuer.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(browser));
    }

    private static async Task FailAsync(IssuerInProcess issuer, IssuerClient browser, int times)
    {
        for (var failure = 0; failure < times; failure++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await browser.GrantAsync(Person, "wrong")).Status);
            issuer.Clock.Advance(Unhurried);
        }
    }

    private static async Task<HttpStatusCode> StatusAsync(IssuerClient browser, string user = Person)
        => (await browser.GrantAsync(user, "disclosure")).Status;

    [GeneratedRegex("value=\"[^\"]*\"")]
    private static partial Regex ValueOfAField();
}
