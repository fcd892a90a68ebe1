using Disclosure.Testing;
using Xunit;

namespace Disclosure.Cli.Tests;

/// <summary><c>rules fee</c>.</summary>
public sealed class FeeTests
{
    [Theory]
    [Rule(182)]
    [InlineData("items", "45", 5500)]
    [InlineData("items", "10", 0)]
    [InlineData("pages", "68", 380)]
    public async Task A_fee_is_answered_with_its_tiers(string basis, string count, int amount)
    {
        var said = await Command.RunAsync("rules", "fee", "--basis", basis, "--count", count);
        Assert.Equal((0, ""), (said.ExitCode, said.Errors));
        Assert.Equal(["amount", "tiers", "basis", "count", "article"], said.Members);
        Assert.Equal(amount, said.Json.GetProperty("amount").GetInt32());
        Assert.Equal(amount, said.Json.GetProperty("tiers").EnumerateArray().Sum(tier => tier.GetProperty("amount").GetInt32()));
    }

    [Theory]
    [InlineData("--basis", "weight", "--count", "45")]
    [InlineData("--basis", "items", "--count", "-1")]
    [InlineData("--basis", "items", "--count", "99999999999")]
    [InlineData("--basis", "items")]
    public async Task What_cannot_be_asked_so_says_why_and_ends_with_two(params string[] arguments)
    {
        var said = await Command.RunAsync(["rules", "fee", .. arguments]);
        Assert.Equal((2, ""), (said.ExitCode, said.Output));
        Assert.NotEmpty(said.Errors);
    }
}
