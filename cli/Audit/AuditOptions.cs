using System.Buffers.Text;
using System.CommandLine;
using System.Text.Json;
using Disclosure.Cli.Platform;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;

namespace Disclosure.Cli.Audit;

/// <summary>As whom the platform is asked, and about which authority: by a token of the person, or by a demonstration account.</summary>
internal sealed class AuditOptions
{
    /// <summary>Environment variable that holds an access token.</summary>
    public const string TokenVariable = "DISCLOSURE_TOKEN";

    private readonly PlatformOptions platform = new();

    public Option<string?> Authority { get; } = new("--authority") { Description = "机关代码；默认取令牌中的机关，没有令牌时为全部机关" };

    public Option<string?> Service { get; } = new("--service") { Description = $"哪个服务的记录（{string.Join('、', ServiceNames.All)}），默认全部" };

    private Option<string?> Token { get; } = new("--token") { Description = $"访问令牌，默认取环境变量 {TokenVariable}（命令行上的令牌会被同机用户看到）" };

    private Option<string?> User { get; } = new("--user") { Description = "没有令牌时：演示账号，默认 {机关}-audit-admin" };

    private Option<string> Password { get; } = new("--password") { Description = "演示账号的密码", DefaultValueFactory = _ => "disclosure" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Authority, Service, Token, User, Password }) command.Options.Add(option);
        platform.AddTo(command);
    }

    /// <summary>A client, and the authorities that are meant.</summary>
    /// <exception cref="PlatformException">No platform is named, or the token is none.</exception>
    public (PlatformClient Client, IReadOnlyList<string> Authorities) Connect(ParseResult parsed)
    {
        var token = Given(parsed);
        string? only = parsed.GetValue(Authority) ?? (token is null ? null : AuthorityOf(token));
        return (platform.Connect(parsed, token), only is null ? [.. RulePacks.Load().All.Select(pack => pack.Authority)] : [only]);
    }

    /// <summary>The services that are meant.</summary>
    /// <exception cref="PlatformException">There is none of that name.</exception>
    public IReadOnlyList<string> Services(ParseResult parsed) => parsed.GetValue(Service) switch
    {
        null => ServiceNames.All,
        { } name when ServiceNames.All.Contains(name) => [name],
        { } name => throw new PlatformException($"没有服务 {name}，可选：{string.Join('、', ServiceNames.All)}。"),
    };

    /// <summary>Signs in for an authority, where no token was given; returns who asks.</summary>
    public async Task<string> SignInAsync(PlatformClient client, ParseResult parsed, string authority)
    {
        var person = parsed.GetValue(User) ?? $"{authority}-audit-admin";
        await client.TokenAsync(person, parsed.GetValue(Password)!);
        return person;
    }

    private string? Given(ParseResult parsed)
    {
        var token = parsed.GetValue(Token) ?? Environment.GetEnvironmentVariable(TokenVariable);
        return string.IsNullOrWhiteSpace(token) ? null : token.Trim();
    }

    /// <summary>The authority that a token was issued for. It only chooses the address; the platform examines the token.</summary>
    private static string AuthorityOf(string token)
    {
        try
        {
            using var claims = JsonDocument.Parse(Base64Url.DecodeFromChars(token.Split('.')[1]));
            return claims.RootElement.GetProperty("authority").GetString()!;
        }
        catch (Exception unreadable) when (unreadable is FormatException or IndexOutOfRangeException or JsonException
            or KeyNotFoundException or InvalidOperationException)
        {
            throw new PlatformException("令牌中没有机关，请用 --authority 指明。");
        }
    }
}
