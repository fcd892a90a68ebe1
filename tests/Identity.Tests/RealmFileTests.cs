using System.Text.Json;
using Disclosure.Identity.Tests.Servers;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Identity;
using Xunit;

namespace Disclosure.Identity.Tests;

public sealed class RealmFileTests
{
    private static readonly string[] Authorities = ["gaotai", "xinyuan", "bijie", "jiangxi", "taishan"];

    [Fact]
    public void The_realms_roles_are_the_roles_the_services_know()
        => Assert.Equal(Roles.All, RealmFile.Root.GetProperty("roles").GetProperty("realm").EnumerateArray()
        .Select(role => role.Text("name")));

    [Fact]
    public void Every_authority_has_one_person_of_every_role()
    {
        var people = RealmFile.Users.Where(IsEnabledPerson).ToDictionary(user => user.Text("username"));

        Assert.Equal(Authorities.SelectMany(authority => Roles.All, (authority, role) => $"{authority}-{role}")
            .Order(StringComparer.Ordinal), people.Keys.Order(StringComparer.Ordinal));
        Assert.All(people, pair =>
        {
            var authority = pair.Value.GetProperty("attributes").GetProperty("authority")[0].GetString();
            Assert.Equal(pair.Key, $"{authority}-{pair.Value.GetProperty("realmRoles")[0].GetString()}");
        });
    }

    [Fact]
    public void Everybody_is_in_the_group_of_the_unit_the_token_will_name()
    {
        var groups = RealmFile.Root.GetProperty("groups").EnumerateArray()
            .SelectMany(authority => authority.GetProperty("subGroups").EnumerateArray(), (authority, unit)
            => $"/{authority.Text("name")}/{unit.Text("name")}").ToHashSet();

        Assert.All(RealmFile.Users.Where(user => user.TryGetProperty("attributes", out _)), user =>
        {
            var attributes = user.GetProperty("attributes");
            var unit = $"/{attributes.GetProperty("authority")[0].GetString()}/{attributes.GetProperty("unit")[0].GetString()}";
            Assert.Contains(unit, groups);
            Assert.Equal(unit, Assert.Single(user.GetProperty("groups").EnumerateArray()).GetString());
        });
    }

    [Fact]
    public void The_officer_and_the_head_of_an_authority_share_a_unit()
        => Assert.All(Authorities, authority => Assert.Equal(Unit($"{authority}-officer"), Unit($"{authority}-head")));

    [Fact]
    public void Nothing_that_everybody_knows_opens_a_deployment_that_says_nothing()
    {
        var clients = RealmFile.Root.GetProperty("clients").EnumerateArray().ToList();

        Assert.All(clients.Where(client => client.TryGetProperty("secret", out _)), client
            => Assert.Matches(@"^\$\{[A-Z_]+\}$", client.Text("secret")));
        Assert.All(RealmFile.Users.Where(user => user.TryGetProperty("credentials", out _)), user
            => Assert.Contains(user.GetProperty("enabled").ToString(), (string[])["${DISCLOSURE_DEMO_STAFF:false}", "False"]));
        Assert.All(clients.Where(client => client.GetProperty("directAccessGrantsEnabled").GetBoolean()), client
            => Assert.Equal("${DISCLOSURE_DEMO_STAFF:false}", client.Text("enabled")));
        Assert.All(clients.Where(client => client.GetProperty("serviceAccountsEnabled").GetBoolean()), client
            => Assert.Matches(@"^\$\{[A-Z]+_ENABLED:false\}$", client.Text("enabled")));
    }

    [Fact]
    public void A_machine_asks_for_one_authority_at_a_time_and_the_client_of_the_browsers_for_none()
    {
        var clients = RealmFile.Root.GetProperty("clients").EnumerateArray().ToDictionary(client => client.Text("clientId"));
        string[] everyAuthority = [.. Authorities.Select(authority => $"authority-{authority}")];

        Assert.Equal(["hotline-12345", MachineClients.Notifier], clients
            .Where(client => client.Value.GetProperty("serviceAccountsEnabled").GetBoolean()).Select(client => client.Key));
        Assert.All(["hotline-12345", MachineClients.Notifier], machine => Assert.Equal(everyAuthority, Scopes(machine, "optional")));
        Assert.All(clients.Keys, client => Assert.DoesNotContain(Scopes(client, "default"), everyAuthority.Contains));
        Assert.Empty(Scopes("gateway", "optional"));

        IEnumerable<string> Scopes(string client, string kind) => clients[client].GetProperty($"{kind}ClientScopes").EnumerateArray()
            .Select(scope => scope.GetString()!);
    }

    [Fact]
    public void Only_an_administrator_writes_an_address_to_which_titles_are_sent()
    {
        var profile = Json.Parse(RealmFile.Root.GetProperty("components")
            .GetProperty("org.keycloak.userprofile.UserProfileProvider")[0].GetProperty("config")
            .GetProperty("kc.user.profile.config")[0].GetString()!);
        var email = profile.GetProperty("attributes").EnumerateArray().Single(attribute => attribute.Text("name") == "email");

        Assert.Equal(["admin"], email.GetProperty("permissions").GetProperty("edit").EnumerateArray().Select(who => who.GetString()));
    }

    [Fact]
    public void The_guard_against_guessing_is_written_down_whole_so_that_both_issuers_follow_the_same_numbers()
    {
        Assert.True(RealmFile.Root.GetProperty("bruteForceProtected").GetBoolean());
        foreach (var name in (string[])["bruteForceStrategy", "permanentLockout", "maxTemporaryLockouts", "failureFactor",
            "waitIncrementSeconds", "maxFailureWaitSeconds", "quickLoginCheckMilliSeconds", "minimumQuickLoginWaitSeconds",
            "maxDeltaTimeSeconds"])
            Assert.True(RealmFile.Root.TryGetProperty(name, out _), name);
    }

    [Fact]
    public void Who_acts_alone_over_a_whole_authority_needs_a_one_time_code_and_has_one_for_the_demonstration()
    {
        var demanding = RealmFile.Root.GetProperty("roles").GetProperty("realm").EnumerateArray()
            .Where(role => role.TryGetProperty("composites", out var parts)
                && parts.GetProperty("client").GetProperty("disclosure-api").EnumerateArray()
                    .Any(part => part.GetString() == OneTimeCode.Role))
            .Select(role => role.Text("name")).ToList();

        Assert.Equal(OneTimeCode.Roles, demanding);
        Assert.All(RealmFile.Users.Where(user => user.TryGetProperty("credentials", out _)), user => Assert.Equal(
            demanding.Contains(user.GetProperty("realmRoles")[0].GetString()!),
            user.GetProperty("credentials").EnumerateArray().Any(credential => credential.Text("type") == "otp")));
    }

    [Fact]
    public void Every_way_to_sign_in_asks_for_the_code_of_a_role_that_is_there()
    {
        // Keycloak takes a condition upon a role it does not know for false, and would ask nobody.
        var role = Assert.Single(RealmFile.Root.GetProperty("roles").GetProperty("client").GetProperty("disclosure-api").EnumerateArray());
        Assert.Equal(OneTimeCode.Role, role.Text("name"));
        var conditions = RealmFile.Root.GetProperty("authenticatorConfig").EnumerateArray()
            .ToDictionary(condition => condition.Text("alias"), condition => condition.GetProperty("config"));
        Assert.All(conditions.Values, condition => Assert.Equal("disclosure-api." + OneTimeCode.Role, condition.Text("condUserRole")));
        var flows = RealmFile.Root.GetProperty("authenticationFlows").EnumerateArray().ToDictionary(flow => flow.Text("alias"));

        var ways = new[] { ("browserFlow", "auth-otp-form"), ("directGrantFlow", "direct-grant-validate-otp") };
        foreach (var (way, code) in ways)
            Assert.Contains(Parts(RealmFile.Root.Text(way)),
                part => part.Text("requirement") == "CONDITIONAL" && Demands(part.Text("flowAlias"), code));

        IEnumerable<JsonElement> Parts(string flow) => flows[flow].GetProperty("authenticationExecutions").EnumerateArray()
            .SelectMany(part => part.TryGetProperty("flowAlias", out var inner) ? Parts(inner.GetString()!).Prepend(part) : [part]);

        bool Demands(string flow, string code) => Parts(flow).Select(part => (part.Text("authenticator"), part.Text("requirement"),
                part.TryGetProperty("authenticatorConfig", out var condition) ? conditions[condition.GetString()!].Text("negate") : ""))
            .SequenceEqual([("conditional-user-role", "REQUIRED", "false"), (code, "REQUIRED", "")]);
    }

    private static string? Unit(string name) => RealmFile.Users.Single(user => user.Text("username") == name).GetProperty("attributes")
        .GetProperty("unit")[0].GetString();

    private static bool IsEnabledPerson(JsonElement user) => user.GetProperty("enabled").ValueKind != JsonValueKind.False
        && !user.TryGetProperty("serviceAccountClientId", out _);
}
