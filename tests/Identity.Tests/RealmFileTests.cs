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

    private static string? Unit(string name) => RealmFile.Users.Single(user => user.Text("username") == name).GetProperty("attributes").GetProperty("unit")[0].GetString();

    private static bool IsEnabledPerson(JsonElement user) => user.GetProperty("enabled").ValueKind != JsonValueKind.False && !user.TryGetProperty("serviceAccountClientId", out _);
}
