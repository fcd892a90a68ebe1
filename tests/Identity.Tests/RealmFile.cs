using System.Text.Json;
using Disclosure.Identity.Tests.Servers;

namespace Disclosure.Identity.Tests;

/// <summary>The committed realm file.</summary>
internal static class RealmFile
{
    public static JsonElement Root { get; } = Json.Parse(File.ReadAllText(IssuerUnderTest.RealmFile));

    public static IReadOnlyList<JsonElement> Users { get; } = [.. Root.GetProperty("users").EnumerateArray()];

    public static string UserId(string name) => Users.Single(user => user.Text("username") == name).Text("id");
}
