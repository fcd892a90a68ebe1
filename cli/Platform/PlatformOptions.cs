using System.CommandLine;

namespace Disclosure.Cli.Platform;

/// <summary>Where the platform runs: given, or found in what <c>disclosure up</c> writes down in the working tree.</summary>
internal sealed class PlatformOptions
{
    public Option<string?> Gateway { get; } = new("--gateway") { Description = "门户地址，默认取正在运行的平台" };

    public Option<string?> Issuer { get; } = new("--issuer") { Description = "身份服务地址（到 realm 为止），默认取正在运行的平台" };

    public void AddTo(Command command)
    {
        command.Options.Add(Gateway);
        command.Options.Add(Issuer);
    }

    /// <summary>A client for the platform that the options or the working tree name.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="token">An access token to ask with; the identity service is not needed then.</param>
    /// <exception cref="PlatformException">Neither names one.</exception>
    public PlatformClient Connect(ParseResult parsed, string? token = null)
    {
        var gateway = parsed.GetValue(Gateway) ?? Environment.GetEnvironmentVariable("DISCLOSURE_GATEWAY");
        var issuer = parsed.GetValue(Issuer) ?? Environment.GetEnvironmentVariable("DISCLOSURE_ISSUER");
        if (gateway is not null && (issuer is not null || token is not null)) return new PlatformClient(gateway, issuer ?? "", token);
        var local = LocalAddresses.Find();
        return new PlatformClient(gateway ?? Found(local?.Portal), issuer ?? (token is null ? Found(local?.Realm) : ""), token);
    }

    private static string Found(string? address) => address
        ?? throw new PlatformException("没有正在运行的平台：请先执行 ./disclosure up，或用 --gateway 和 --issuer 指明地址。");
}

/// <summary>Something the person at the terminal must know; the message is Chinese and complete.</summary>
internal sealed class PlatformException(string message) : Exception(message);
