using Disclosure.Cli.Tests;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Review.Tests.Service.Audit;

/// <summary>The auditor's commands against the running service: with a token of the auditor's own, and a file that proves itself
/// afterwards.</summary>
[Collection(nameof(OneService))]
public sealed class AuditCommandTests(ReviewService service)
{
    private static readonly Dictionary<string, string?> NoToken = new() { ["DISCLOSURE_TOKEN"] = null };

    [Fact]
    [Rule(190)]
    public async Task An_export_is_the_whole_chain_of_the_authority_and_is_verified_without_the_service()
    {
        // Two at least, whatever other tests have left in the log.
        await service.Open(ReviewService.Request());
        await service.Open(ReviewService.Request());
        await service.Open(ReviewService.Request("taishan", "service", author: "taishan-officer"));
        using var directory = new TemporaryDirectory();
        var file = Path.Combine(directory.Root, "audit-bijie-review.ndjson");
        // From the environment, so that no other user of the machine reads the token; the authority is the token's.
        var exported = await Command.RunAsync(Token("bijie", "audit-admin"), "audit", "export", "--service", "review", "--out",
            directory.Root, "--gateway", Gateway);
        Assert.Equal((0, ""), (exported.ExitCode, exported.Errors));
        var head = exported.Output.Trim().Split(' ')[^1];
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        Assert.StartsWith($"{lines.Length}:", head, StringComparison.Ordinal);
        Assert.All(lines, line => Assert.Contains("\"authority\":\"bijie\"", line, StringComparison.Ordinal));
        Assert.Equal([file], Directory.GetFiles(directory.Root));

        var verified = await Command.RunAsync("audit", "verify", file, "--head", head);
        Assert.Equal((0, ""), (verified.ExitCode, verified.Errors));
        Assert.Contains("末条就是另行保存的那一条", verified.Output, StringComparison.Ordinal);

        // The service, too, is held to what was kept; and a file is not written over unasked.
        Assert.Equal(0, (await Command.RunAsync(NoToken, "audit", "verify", "--service", "review", "--gateway", Gateway, "--token",
            TestTokens.For("bijie", "discipline"), "--head", head)).ExitCode);
        var other = $"{lines.Length}:{new string('0', 64)}";
        Assert.Equal(1, (await Command.RunAsync(Token("bijie", "audit-admin"), "audit", "verify", "--service", "review", "--gateway",
            Gateway, "--head", other)).ExitCode);
        Assert.Equal(2, (await Command.RunAsync(Token("bijie", "audit-admin"), "audit", "export", "--service", "review", "--out",
            directory.Root, "--gateway", Gateway)).ExitCode);

        lines[1] = lines[1].Replace("\"act\":\"", "\"act\":\"un", StringComparison.Ordinal);
        await File.WriteAllLinesAsync(file, lines, TestContext.Current.CancellationToken);
        var tampered = await Command.RunAsync("audit", "verify", file);
        Assert.Equal(1, tampered.ExitCode);
        Assert.Contains("第 2 行：记录内容与校验值不符", tampered.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("bijie", "director", "bijie")]
    [InlineData("bijie", "audit-admin", "taishan")]
    public async Task Whoever_may_not_read_the_log_exports_nothing_and_is_told_so(string authority, string role, string asked)
    {
        using var directory = new TemporaryDirectory();
        var said = await Command.RunAsync(Token(authority, role), "audit", "export", "--authority", asked, "--service", "review", "--out",
            directory.Root, "--gateway", Gateway);
        Assert.Equal(2, said.ExitCode);
        Assert.Contains("403", said.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(directory.Root));
    }

    [Fact]
    public async Task What_cannot_be_asked_ends_with_two()
    {
        foreach (var arguments in new string[][]
        {
            ["audit", "verify", "--gateway", Gateway, "--token", "no.token"],
                ["audit", "verify", "--gateway", "http://127.0.0.1:1", "--token", TestTokens.For("bijie", "audit-admin")],
            ["audit", "verify", "--gateway", Gateway, "--token", TestTokens.For("bijie", "audit-admin"), "--head", new string('0', 64)],
                ["audit", "export", "--gateway", Gateway], ["audit", "verify", "--service", "unknown", "--gateway", Gateway],
        })
            Assert.Equal(2, (await Command.RunAsync(NoToken, arguments)).ExitCode);
    }

    private string Gateway => service.Address.ToString();

    private static Dictionary<string, string?> Token(string authority, string role)
        => new() { ["DISCLOSURE_TOKEN"] = TestTokens.For(authority, role) };
}
