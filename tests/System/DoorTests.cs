using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Disclosure.Kernel;
using Disclosure.Testing;
using Microsoft.OpenApi;
using Xunit;

namespace Disclosure.SystemTests;

/// <summary>Every operation of every service's OpenAPI document × everybody who could ask: the doors are as the documents say.</summary>
[Collection(nameof(Stack))]
public sealed class DoorTests(Stack stack)
{
    private static readonly string[] Roles =
    [
        "officer", "head", "office", "deputy", "director", "policy", "secrecy", "promotion", "discipline", "leading-group", "system-admin",
            "security-admin", "audit-admin",
    ];

    public static TheoryData<string> Services() => ["catalogue", "review"];

    /// <summary>What is answered to anybody who asks, by the rules of the Regulation; all else needs a token.</summary>
    private static readonly string[] Open = ["/public/"];

    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_document_is_valid_and_tells_every_answer_of_every_operation(string service)
    {
        using var people = new People(stack);
        var text = await people.PageAsync($"/api-docs/{service}.json");
        var read = OpenApiDocument.Parse(text, "json");

        Assert.Empty(read.Diagnostic!.Errors);
        foreach (var (path, method, operation) in Operations(JsonNode.Parse(text)!))
        {
            var answers = operation["responses"]!.AsObject().Select(answer => answer.Key).ToList();
            Assert.True(answers.Contains("4XX") && answers.Contains("503") && answers.Exists(answer => answer[0] == '2'),
                $"{method} {path}: {string.Join(' ', answers)}");
            Assert.True(method == "get" || answers.Exists(answer => answer is "201" or "204")
                || Questions.Any(end => path.EndsWith(end, StringComparison.Ordinal)) || IsMachines(operation),
                $"{method} {path} is no command");
            Assert.Equal(!Open.Any(part => path.Contains(part, StringComparison.Ordinal)),
                operation["security"] is JsonArray { Count: > 0 });
            Assert.False(string.IsNullOrWhiteSpace(operation["summary"]?.GetValue<string>()), $"{method} {path} has no summary");
        }
    }

    /// <summary>A change of an API is seen where it is reviewed: in its document. <c>DISCLOSURE_PIN=1</c> writes it anew.</summary>
    [Theory]
    [MemberData(nameof(Services))]
    public async Task A_document_is_the_one_that_was_reviewed(string service)
    {
        using var people = new People(stack);
        var document = JsonNode.Parse(await people.PageAsync($"/api-docs/{service}.json"))!.AsObject();
        // Where it runs, which differs.
        document.Remove("servers");
        var text = document.ToJsonString(Readable).ReplaceLineEndings("\n") + "\n";
        var file = Path.Combine(Repository.Root, "docs", "api", service + ".json");
        if (Environment.GetEnvironmentVariable("DISCLOSURE_PIN") == "1") await File.WriteAllTextAsync(file, text);
        Assert.True(File.Exists(file) && await File.ReadAllTextAsync(file) == text,
            $"docs/api/{service}.json is not what {service} says of itself; DISCLOSURE_PIN=1 ./disclosure test writes it anew.");
    }

    /// <summary>What is asked with a body, and what answers for many.</summary>
    private static readonly string[] Questions = ["/bulk-approvals", "/calendar/check", "/calendar/replay", "/rules/replay"];

    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Each_caller_passes_exactly_the_doors_that_the_document_opens(string service)
    {
        using var people = new People(stack);
        var document = JsonNode.Parse(await people.PageAsync($"/api-docs/{service}.json"))!;
        var wrong = new List<string>();
        foreach (var (path, method, operation) in Operations(document))
        {
            var secured = operation["security"] is not null;
            var allowed = operation["x-roles"]?.AsArray().Select(role => role!.GetValue<string>()).ToList() ?? [.. Roles];
            await Expect(null, secured ? "sign-in-is-required" : null);
            if (!secured) continue;
            if (IsMachines(operation)) allowed.Clear();
            // Where none of the staff passes, it is not the authority that is missing.
            await Expect("gaotai-officer", IsMachines(operation) ? "role-is-missing" : "not-of-this-authority");
            foreach (var role in Roles) await Expect($"bijie-{role}", allowed.Contains(role) ? null : "role-is-missing");

            async Task Expect(string? who, string? refusal)
            {
                var (status, said) = await AskAsync(people, who, method, Address(path),
                    operation["requestBody"]?["content"]?["multipart/form-data"] is not null);
                string[] doors = ["sign-in-is-required", "sign-in-is-no-longer-valid", "not-of-this-authority", "role-is-missing"];
                if (status >= 500 || (refusal is null ? doors.Contains(said) : said != refusal)) wrong
                    .Add($"{who ?? "nobody"} {method} {path}: {status} {said}, expected {refusal ?? "to pass"}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Whoever_has_left_passes_no_door_of_any_service()
    {
        using var people = new People(stack);
        foreach (var user in new[] { "xinyuan-officer", "xinyuan-head" })
            await people.OkAsync(user, HttpMethod.Get, "/api/review/xinyuan/tasks");
        var (replacement, _) = await people.OkAsync("xinyuan-security-admin", HttpMethod.Post, "/api/review/xinyuan/replacements",
            new { leaver = "xinyuan-officer", successor = "xinyuan-head", startsOn = Today, reason = "调离" });
        var agreed = $"/api/review/xinyuan/delegations/{replacement.GetProperty("id").GetGuid()}";
        await people.OkAsync("xinyuan-discipline", HttpMethod.Post, $"{agreed}/accept");
        try
        {
            foreach (var service in Services().Select(row => row.Data))
            {
                var document = JsonNode.Parse(await people.PageAsync($"/api-docs/{service}.json"))!;
                var doors = Operations(document).Where(door => door.Operation["security"] is not null && !IsMachines(door.Operation))
                    .Select(door => (door.Method, Address: Address(door.Path, "xinyuan"),
                        IsUpload: door.Operation["requestBody"]?["content"]?["multipart/form-data"] is not null)).ToList();
                Assert.NotEmpty(doors);
                var (first, address, upload) = doors[0];
                await Eventually.Holds(
                    async () => (await AskAsync(people, "xinyuan-officer", first, address, upload)).Code == "person-has-left",
                    $"{service} heard who left", seconds: 60);
                foreach (var door in doors)
                    Assert.Equal((door.Method, door.Address, "person-has-left"), (door.Method, door.Address,
                        (await AskAsync(people, "xinyuan-officer", door.Method, door.Address, door.IsUpload)).Code));
            }
        }
        finally
        {
            await people.OkAsync("xinyuan-security-admin", HttpMethod.Post, $"{agreed}/revoke");
        }
    }

    /// <summary>Whether only a machine client may call it.</summary>
    private static bool IsMachines(JsonObject operation) => operation["x-machine"] is not null;

    private static string Today => LegalDay.Of(TimeProvider.System.GetUtcNow()).ToString("O", CultureInfo.InvariantCulture);

    private static IEnumerable<(string Path, string Method, JsonObject Operation)> Operations(JsonNode document)
        => from path in document["paths"]!.AsObject()
           from operation in path.Value!.AsObject()
           where operation.Value is JsonObject && operation.Key is "get" or "post" or "put" or "patch" or "delete"
           select (path.Key, operation.Key, operation.Value!.AsObject());

    /// <summary>An address at which nothing is: only the door answers differently.</summary>
    private static string Address(string path, string authority = "bijie")
    {
        var address = path.Replace("{authority}", authority, StringComparison.Ordinal)
            .Replace("{flow}", "publication", StringComparison.Ordinal).Replace("{year}", "2026", StringComparison.Ordinal);
        while (address.IndexOf('{', StringComparison.Ordinal) is >= 0 and var from)
            address = address[..from] + Guid.Empty + address[(address.IndexOf('}', from) + 1)..];
        return address;
    }

    private static async Task<(int Status, string? Code)> AskAsync(People people, string? who, string method, string address, bool isUpload)
    {
        using HttpContent? content = method is "get" or "delete" ? null : isUpload
            ? new MultipartFormDataContent { { new StringContent("none"), "category" } }
            : new StringContent("{}", Encoding.UTF8, "application/json");
        using var response = await people.SendAsync(who, new HttpMethod(method.ToUpperInvariant()), address, content);
        if (response.IsSuccessStatusCode || response.StatusCode == HttpStatusCode.NotModified) return ((int)response.StatusCode, null);
        var text = await response.Content.ReadAsStringAsync();
        try
        {
            return ((int)response.StatusCode, JsonNode.Parse(text)?["type"]?.GetValue<string>()["urn:disclosure:problem:".Length..]);
        }
        catch (JsonException)
        {
            return ((int)response.StatusCode, text);
        }
    }
}
