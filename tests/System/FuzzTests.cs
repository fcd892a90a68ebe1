using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.SystemTests;

/// <summary>
/// Requests made up from each service's OpenAPI document, good and bad ones and whole sequences: each answer is one that the document
/// describes, and none is an error of ours. <c>DISCLOSURE_FUZZ_SECONDS</c> sets for how long, per service.
/// </summary>
[Collection(nameof(Stack))]
public sealed partial class FuzzTests(Stack stack)
{
    /// <summary>The authority whose content this changes at random.</summary>
    public const string Authority = "jiangxi";

    /// <summary>Has most of the roles' doors open; for the others there is somebody of their role.</summary>
    private const string UsualRole = "office";

    private const string Seed = "20261129";

    /// <summary>Requests without which a run says nothing; 20 seconds on two busy cores make some 700.</summary>
    private const int Fewest = 100;
    private static readonly string Seconds = Environment.GetEnvironmentVariable("DISCLOSURE_FUZZ_SECONDS") ?? "20";

    /// <summary>Over the time of the run: to start Python, read the document and reduce what was found.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(int.Parse(Seconds, CultureInfo.InvariantCulture) + 90);

    [Theory]
    [InlineData("catalogue")]
    [InlineData("review")]
    public async Task Whatever_is_asked_the_answer_is_one_that_the_document_describes(string service)
    {
        var (program, reason) = await SchemathesisWheels.FindAsync();
        Assert.SkipWhen(reason is not null, reason ?? "");
        using var people = new People(stack);
        var document = JsonNode.Parse(await people.PageAsync($"/api-docs/{service}.json"))!;
        var settings = await SettingsAsync(people);
        var directory = Directory.CreateTempSubdirectory("disclosure-fuzz-").FullName;
        var file = Path.Combine(directory, "schemathesis.toml");
        await File.WriteAllTextAsync(file, settings.Of(document));
        // At the service itself: the gateway bounds how much one address may write.
        var address = stack.Address(service);
        var start = new ProcessStartInfo(program!, ["--config-file", file, "run", new Uri(address, "/openapi/v1.json").ToString(),
            "--seed", Seed, "--max-time", Seconds, "--continue-on-failure", "--no-color", "--generation-database", "none"])
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var role in settings.Roles(document))
            start.Environment[FuzzSettings.TokenOf(role)] = await people.TokenAsync($"{Authority}-{role}");

        string report;
        int code;
        try
        {
            (code, report) = await RunAsync(start);
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }

        await File.WriteAllTextAsync(Path.Combine(Repository.TestOutput, $"fuzz-{service}.txt"), report);
        TestContext.Current.TestOutputHelper?.WriteLine(Numbers().Match(report).Value);
        Assert.True(code == 0, report);
        Assert.True(Numbers().Match(report) is { Success: true } made
            && int.Parse(made.Groups[1].Value, CultureInfo.InvariantCulture) >= Fewest, $"Hardly anything was asked.\n{report}");
        // One door may refuse all it was asked; if most did, no token was accepted and nothing behind them tested.
        var refusing = Refusing().Match(report).Groups[1].Value;
        Assert.True(refusing.Length == 0 || int.Parse(refusing, CultureInfo.InvariantCulture)
            < document["paths"]!.AsObject().Sum(path => path.Value!.AsObject().Count) / 2, report);
    }

    /// <summary>What there is to be asked about: an item in review with its case, a draft, what is delegated, and their words.</summary>
    private static async Task<FuzzSettings> SettingsAsync(People people)
    {
        const string officer = Authority + "-officer", items = $"/api/catalogue/{Authority}/items";
        const string review = $"/api/review/{Authority}";
        var (draft, _) = await DraftAsync();
        var (submitted, version) = await DraftAsync();
        await people.OkAsync(officer, HttpMethod.Post, $"{items}/{submitted}/submit", etag: version);
        var item = await people.OkAsync(officer, HttpMethod.Get, $"{items}/{submitted}");
        var opened = item.Json.GetProperty("caseId").GetGuid();
        await Eventually.Holds(async () =>
        {
            using var response = await people.SendAsync(officer, HttpMethod.Get, $"{review}/cases/{opened}");
            return response.IsSuccessStatusCode;
        }, "the review case is open", seconds: 120);
        var delegated = await people.OkAsync($"{Authority}-deputy", HttpMethod.Get, review + "/delegations");
        var words = new HashSet<string> { "approve", "return", "reject" };
        Collect(item.Json, words);
        Collect(delegated.Json, words);
        foreach (var path in new[] { $"{review}/cases/{opened}", review + "/colleagues", $"/api/catalogue/{Authority}/public/categories" })
            Collect((await people.OkAsync(officer, HttpMethod.Get, path)).Json, words);
        return new FuzzSettings(Authority, UsualRole, new Dictionary<string, IReadOnlyList<Guid>>
        {
            ["items"] = [draft, submitted],
            ["subjects"] = [submitted],
            ["by-subject"] = [submitted],
            ["cases"] = [opened],
            ["delegations"] = [.. delegated.Json.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetGuid())],
        }, words);

        async Task<(Guid Id, string? Version)> DraftAsync()
        {
            var (made, version) = await people.OkAsync(officer, HttpMethod.Post, items,
                new { title = "关于试验的公告", body = "系统测试正文。", category = "regulations" });
            return (made.GetProperty("id").GetGuid(), version);
        }
    }

    /// <summary>Every short text of an answer.</summary>
    private static void Collect(JsonElement answer, HashSet<string> words)
    {
        if (answer.ValueKind == JsonValueKind.Array)
            foreach (var element in answer.EnumerateArray()) Collect(element, words);
        if (answer.ValueKind == JsonValueKind.Object)
            foreach (var member in answer.EnumerateObject()) Collect(member.Value, words);
        if (answer.ValueKind == JsonValueKind.String && answer.GetString() is { Length: > 0 and <= 64 } word) words.Add(word);
    }

    private static async Task<(int Code, string Report)> RunAsync(ProcessStartInfo start)
    {
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
        }

        var report = await output + await errors;
        return limit.IsCancellationRequested ? (-1, $"It did not end within {Patience}.\n{report}") : (process.ExitCode, report);
    }

    [GeneratedRegex("Authentication failed: ([0-9]+) operation")]
    private static partial Regex Refusing();

    [GeneratedRegex("([0-9]+) generated.*")]
    private static partial Regex Numbers();
}
