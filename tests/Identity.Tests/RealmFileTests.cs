using System.Text.Json;
using Disclosure.Identity.Tests.Servers;
using Disclosure.ServiceDefaults.Identity;
using Xunit;

namespace Disclosure.Identity.Tests;

public sealed class RealmFileTests
{
    private static readonly string[] Authorities = ["gaotai", "xinyuan", "bijie", "jiangxi", "taishan"];

    [Fact]
    public void The_realms_roles_are_the_roles_the_services_know()
        => Assert.Equal(Roles.All, RealmFile.Root.GetProperty("roles").GetProperty("realm").EnumerateArray().Select(role => role.Text("name")));

    [Fact]
    public void Every_authority_has_one_person_of_every_role()
    {
        var people = RealmFile.Users.Where(IsEnabledPerson).ToDictionary(user => user.Text("username"));

        Assert.Equal(Authorities.SelectMany(authority => Roles.All, (authority, role) => $"{authority}-{role}").Order(StringComparer.Ordinal), people.Keys.Order(StringComparer.Ordinal));
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
            .SelectMany(authority => authority.GetProperty("subGroups").EnumerateArray(), (authority, unit) => $"/{authority.Text("name")}/{unit.Text("name")}").ToHashSet();

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

        Assert.All(clients.Where(client => client.TryGetProperty("secret", out _)), client => Assert.Matches(@"^\$\{[A-Z_]+\}$", client.Text("secret")));
        Assert.All(RealmFile.Users.Where(user => user.TryGetProperty("credentials", out _)), user => Assert.Contains(user.GetProperty("enabled").ToString(), (string[])["${DISCLOSURE_DEMO_STAFF:false}", "False"]));
        Assert.All(clients.Where(client => client.GetProperty("directAccessGrantsEnabled").GetBoolean()), client => Assert.Equal("${DISCLOSURE_DEMO_STAFF:false}", client.Text("enabled")));
        Assert.All(clients.Where(client => client.GetProperty("serviceAccountsEnabled").GetBoolean()), client => Assert.Equal("${HOTLINE_ENABLED:false}", client.Text("enabled")));
    }

    private static string? Unit(string name) => RealmFile.Users.Single(user => user.Text("username") == name).GetProperty("attributes").GetProperty("unit")[0].GetString();

    private static bool IsEnabledPerson(JsonElement user) => user.GetProperty("enabled").ValueKind != JsonValueKind.False && !user.TryGetProperty("serviceAccountClientId", out _);
}
