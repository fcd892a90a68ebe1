using Disclosure.Identity.Tests.Servers;
using Disclosure.Kernel.People;
using Xunit;

namespace Disclosure.Identity.Tests.Journeys;

/// <summary>The journeys at a real Keycloak, and the one-time codes (一次性口令) that only it can ask for.</summary>
public sealed class KeycloakJourney(KeycloakUnderTest issuer, Browser browser)
    : TokenJourney(issuer, browser), IClassFixture<KeycloakUnderTest>
{
    private readonly KeycloakUnderTest issuer = issuer;

    [Fact]
    public async Task A_password_alone_gives_no_token_to_a_role_that_needs_a_one_time_code_and_to_every_other_it_does()
    {
        Assert.SkipWhen(issuer.SkipReason is not null, issuer.SkipReason ?? "");
        foreach (var role in Roles.All)
        {
            // The suite fails and disables accounts of other authorities.
            var user = "taishan-" + role;
            if (!OneTimeCode.Roles.Contains(role))
            {
                Assert.True((await issuer.PasswordAsync(user)).TryGetProperty("access_token", out _), role);
                continue;
            }

            Assert.Equal("invalid_grant", (await issuer.PasswordAsync(user)).Text("error"));
            // Somebody else's account: Keycloak counts the refusal twice, and whoever fails twice within a second waits for a minute.
            var answer = await issuer.TokensAsync(("grant_type", "password"), ("client_id", "disclosure-cli"), ("scope", "openid"),
                ("username", "jiangxi-" + role), ("password", "disclosure"), ("totp", OneTimeCode.Now()));
            // What the role is made of stays at the issuer: services know the role alone.
            var access = Json.Payload(answer.Text("access_token")).GetProperty("realm_access");
            Assert.Equal(role, Assert.Single(access.GetProperty("roles").EnumerateArray()).GetString());
        }
    }

    [Fact]
    public async Task An_administrator_signs_in_with_the_password_and_a_one_time_code()
    {
        await using var person = await ArriveAsync();

        await person.SignInAsync("gaotai-security-admin");
        await person.Page.FillAsync("#otp", OneTimeCode.Now());
        await person.Page.ClickAsync("#kc-login");

        await Visitor.ArrivedAsync(person.Page, person.Gateway.Address + "/staff");
        Assert.Equal("security-admin", await person.Page.TextContentAsync("#roles"));
    }

    [Fact]
    public async Task Whoever_is_given_such_a_role_sets_up_a_one_time_code_before_the_first_page()
    {
        await using var person = await ArriveAsync();
        await issuer.AppointAsync("appointed-administrator", Roles.SystemAdmin);

        await person.SignInAsync("appointed-administrator");

        await person.Page.WaitForSelectorAsync("#totp");
        Assert.Equal(302, (await person.GetAsync("/staff")).Status);
        Assert.True((await issuer.PasswordAsync("appointed-administrator")).TryGetProperty("error", out _));
    }
}
