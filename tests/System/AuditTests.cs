using System.Text.RegularExpressions;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.SystemTests;

/// <summary>The auditor at the terminal: the chain of every authority, and an anchor kept elsewhere.</summary>
[Collection(nameof(Stack))]
public sealed partial class AuditTests(Stack stack)
{
    [Fact]
    [Rule(190)]
    public async Task The_command_line_verifies_every_authority_and_an_anchor_that_was_kept()
    {
        using var people = new People(stack);
        var item = await people.SubmitAsync("审计核验用的信息");
        await people.ApproveAsync(item, "bijie-head");

        var (code, output) = await stack.CommandAsync("Cli", "audit", "verify");
        Assert.True(code == 0, output);
        // Five authorities, each with a chain in two services.
        Assert.Equal(10, Intact().Count(output));
        var anchor = Anchor().Match(output).Groups[1].Value;

        (code, output) = await stack.CommandAsync("Cli", "audit", "verify", "--authority", "bijie", "--service", "review", "--expect",
            anchor);
        Assert.True(code == 0, output);
        (code, output) = await stack.CommandAsync("Cli", "audit", "verify", "--authority", "bijie", "--service", "review", "--expect",
            anchor[..^1] + (anchor[^1] == '0' ? '1' : '0'));
        Assert.Equal(1, code);
        Assert.Contains("整体改写", output, StringComparison.Ordinal);
        (code, output) = await stack.CommandAsync("Cli", "audit", "verify", "--authority", "bijie", "--user", "bijie-officer");
        Assert.True(code == 2 && output.Contains("403", StringComparison.Ordinal), output);
    }

    [GeneratedRegex("条记录完好")]
    private static partial Regex Intact();

    [GeneratedRegex("^bijie review：.*末条 (\\S+)$", RegexOptions.Multiline)]
    private static partial Regex Anchor();
}
