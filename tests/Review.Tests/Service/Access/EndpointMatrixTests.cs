using System.Net.Http.Json;
using Disclosure.Kernel.People;
using Xunit;

namespace Disclosure.Review.Tests.Service.Access;

/// <summary>Every endpoint with who may call it; all pairs are called, on things that do not exist, so that only the door
/// answers.</summary>
[Collection(nameof(OneService))]
public sealed class EndpointMatrixTests(ReviewService service)
{
    private static readonly string[] Everybody = [.. Roles.All];
    private static readonly string[] Auditors = [Roles.AuditAdmin, Roles.Discipline];
    private static readonly string[] Board = [Roles.Discipline, Roles.LeadingGroup, Roles.Director, Roles.Office];

    /// <summary>Method and route below the authority → roles past the door. What a person may do behind it depends on the case.</summary>
    private static readonly Dictionary<string, string[]> Matrix = new(StringComparer.Ordinal)
    {
        ["GET me"] = Everybody,
        ["GET tasks"] = Everybody,
        ["GET work"] = Everybody,
        ["GET work/counts"] = Everybody,
        ["GET notices"] = Everybody,
        ["GET notices/{id:guid}"] = Everybody,
        ["POST notices/seen"] = Everybody,
        // A machine's door, and no one's of the staff.
        ["POST notices/holding"] = [],
        ["GET colleagues"] = Everybody,
        ["GET flows/{flow}/preview"] = Everybody,
        ["GET cases/{id:guid}"] = Everybody,
        ["GET cases/{id:guid}/files/{digest}"] = Everybody,
        ["GET cases/by-subject/{subjectId:guid}"] = Everybody,
        ["GET cases/{id:guid}/difference"] = Everybody,
        ["POST cases/{id:guid}/decisions"] = Everybody,
        ["POST cases/{id:guid}/withdraw"] = Everybody,
        ["POST cases/{id:guid}/end"] = Everybody,
        ["POST cases/{id:guid}/steps/{step}/raise"] = Everybody,
        ["POST cases/{id:guid}/urge"] = Board,
        ["POST bulk-approvals"] = Everybody,
        ["POST delegations"] = Everybody,
        ["GET delegations"] = Everybody,
        ["GET delegations/{id:guid}"] = Everybody,
        ["POST delegations/{id:guid}/accept"] = Everybody,
        ["POST delegations/{id:guid}/revoke"] = Everybody,
        ["POST replacements"] = [Roles.SecurityAdmin],
        ["GET supervision"] = Board,
        ["GET calendar/{year:int}"] = Everybody,
        ["POST calendar/check"] = [Roles.SystemAdmin, Roles.Office, Roles.Discipline, Roles.Director],
        ["POST calendar/replay"] = [Roles.SystemAdmin, Roles.Office, Roles.Discipline, Roles.Director],
        ["POST rules/replay"] = [Roles.SystemAdmin, Roles.Office, Roles.Discipline, Roles.Director],
        ["POST calendar/notices"] = [Roles.SystemAdmin, Roles.Office],
        ["POST calendar/withdrawals"] = [Roles.SystemAdmin, Roles.Office],
        ["GET audit/people/{subject}"] = Auditors,
        ["GET audit/cases/{id:guid}"] = Auditors,
        ["GET audit/subjects/{id:guid}"] = Auditors,
        ["GET audit/verify"] = Auditors,
        ["GET audit/entries"] = Auditors,
        ["GET audit/export"] = Auditors,
    };

    [Fact]
    public void Every_endpoint_is_in_the_matrix_and_no_other()
        => Assert.Equal(Matrix.Keys.Order(StringComparer.Ordinal), service.Endpoints().Order(StringComparer.Ordinal));

    [Fact]
    public async Task Each_role_passes_exactly_the_doors_the_matrix_opens()
    {
        foreach (var (endpoint, roles) in Matrix)
        {
            var (method, route) = (endpoint.Split(' ')[0], endpoint.Split(' ')[1]);
            var path = "/api/review/jiangxi/" + route.Replace("{id:guid}", Guid.Empty.ToString(), StringComparison.Ordinal)
                .Replace("{subjectId:guid}", Guid.Empty.ToString(), StringComparison.Ordinal)
                .Replace("{flow}", "publication", StringComparison.Ordinal).Replace("{step}", "none", StringComparison.Ordinal)
                .Replace("{subject}", "none", StringComparison.Ordinal).Replace("{digest}", "none", StringComparison.Ordinal)
                .Replace("{year:int}", "2026", StringComparison.Ordinal);
            foreach (var role in Roles.All)
            {
                var answer = await Ask(service.As("jiangxi", role), method, path);
                Assert.True(roles.Contains(role) == (answer != "role-is-missing"), $"{role} {endpoint}: {answer}");
            }

            // Where no role passes, it is not the authority that is missing.
            Assert.Equal(roles.Length == 0 ? "role-is-missing" : "not-of-this-authority",
                await Ask(service.As("taishan", Roles.Director), method, path));
            Assert.Equal("sign-in-is-required", await Ask(service.Anonymous(), method, path));
        }
    }

    private static async Task<string> Ask(HttpClient client, string method, string path)
    {
        using var message = new HttpRequestMessage(new HttpMethod(method), path)
        {
            Content = method == "POST" ? JsonContent.Create(new { })
            : null
        };
        using var response = await client.SendAsync(message, TestContext.Current.CancellationToken);
        Assert.NotEqual(5, (int)response.StatusCode / 100);
        if (response.IsSuccessStatusCode) return "passed";
        var problem = await response.Content.ReadFromJsonAsync<Problem>(TestContext.Current.CancellationToken);
        return problem?.Type?.Split(':')[^1] ?? "";
    }

    private sealed record Problem(string? Type);
}
