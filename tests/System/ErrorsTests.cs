using Xunit;

namespace Disclosure.SystemTests;

/// <summary>The operator at the terminal: nobody types the broker's password.</summary>
[Collection(nameof(Stack))]
public sealed class ErrorsTests(Stack stack)
{
    [Fact]
    public async Task The_command_line_finds_the_broker_of_its_tree()
    {
        var (code, output) = await stack.CommandAsync("Cli", "errors", "list");
        Assert.Equal((0, "没有处理失败的消息。\n"), (code, output));

        (code, output) = await stack.CommandAsync("Cli", "errors", "replay", "--id", "11111111-1111-1111-1111-111111111111");
        Assert.Equal((1, "没有可重放的消息。\n"), (code, output));
    }
}
