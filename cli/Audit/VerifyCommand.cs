using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Disclosure.Cli.Platform;

namespace Disclosure.Cli.Audit;

/// <summary><c>disclosure audit verify [FILES]</c>: recomputes the chains, at the platform or from an export alone.</summary>
internal static class VerifyCommand
{
    /// <summary>Positions named in a sentence; the file has the others.</summary>
    private const int MaxNamed = 20;

    public static Command Create()
    {
        var options = new AuditOptions();
        var files = new Argument<FileInfo[]>("files") { Description = "audit export 写出的文件；省略时由平台核验", Arity = ArgumentArity.ZeroOrMore };
        var head = new Option<string?>("--head", "--expect")
        {
            Description = "另行保存的校验值，或者 序号:校验值，证明该条及以前的记录既没有改写也没有截去（由平台核验时须为 序号:校验值，并指明一个机关和一个服务；核验文件时只给一个文件）",
        };
        var command = new Command("verify", "逐条重算审计记录的校验链；完好返回 0，被改动返回 1，未能核验返回 2") { files, head };
        options.AddTo(command);
        return AuditCommand.With(command, async (parsed, cancellation) =>
        {
            KnownHead? known = null;
            if (parsed.GetValue(head) is { } text) known = KnownHead.Parse(text)
                ?? throw new PlatformException("--head 的形式是 校验值 或 序号:校验值，校验值为 64 位小写十六进制。");
            var given = parsed.GetValue(files) ?? [];
            if (given.Length == 0) return await OfPlatformAsync(options, parsed, known);
            if (known is not null && given.Length != 1) throw new PlatformException("--head 一次核验一个文件。");
            var result = 0;
            foreach (var one in given) result = Math
                .Max(result, await OfFileAsync(one, known, parsed.GetValue(options.Authority), parsed.GetValue(options.Service),
                cancellation));
            return result;
        });
    }

    private static async Task<int> OfFileAsync(FileInfo source, KnownHead? known, string? authority, string? service,
        CancellationToken cancellation)
    {
        if (!source.Exists) throw new PlatformException($"没有文件 {source.FullName}。");
        await using var stream = source.OpenRead();
        var report = await ExportReader.VerifyAsync(stream, known, cancellation);
        if (report.Problem is null && report.Position == 0) report = report with { Problem = "文件中没有记录" };
        if (report.Problem is null && authority is not null && report.Authority != authority) report =
            report with { Problem = $"记录属于机关 {report.Authority}，不是 {authority}" };
        if (report.Problem is null && service is not null && report.Service != service) report =
            report with { Problem = $"记录属于服务 {report.Service}，不是 {service}" };
        if (report.Problem is not null)
        {
            await Console.Error.WriteLineAsync($"{source.Name}：审计记录已被改动。{report.Place}{report.Problem}。此前 {report.Position} 条完好。");
            return AuditCommand.Broken;
        }

        await Console.Out.WriteLineAsync($"{report.Authority} {report.Service}：{report.Position} 条记录完好，末条 {report.Position}:{report.Hash}");
        if (report.Sealed.Count > 0)
            await Console.Out.WriteLineAsync($"其中 {report.Sealed.Count} 条隐去了内容，位置完好，为何隐去只凭文件无法判断："
                + $"第 {string.Join('、', report.Sealed.Take(MaxNamed))}{(report.Sealed.Count > MaxNamed ? "…" : "")} 条。");
        await Console.Out.WriteLineAsync(report.KnownAt switch
        {
            null => "没有给出 --head：末尾是否被截去、整条链是否被重写，只凭文件无法判断。",
            { } at when at == report.Position => "末条就是另行保存的那一条。",
            { } at => $"另行保存的是第 {at} 条，其后 {report.Position - at} 条只凭文件无法判断是否齐全。",
        });
        return 0;
    }

    private static async Task<int> OfPlatformAsync(AuditOptions options, ParseResult parsed, KnownHead? known)
    {
        var services = options.Services(parsed);
        var (client, authorities) = options.Connect(parsed);
        using (client)
        {
            if (known is not null && (known.Position is null || authorities.Count != 1 || services.Count != 1))
                throw new PlatformException("由平台核验时，--head 的形式是 序号:校验值，并须用 --authority 和 --service 指明一个机关、一个服务。");
            var result = 0;
            foreach (var authority in authorities)
            {
                var person = await options.SignInAsync(client, parsed, authority);
                foreach (var service in services)
                {
                    if (await ProblemAsync(client, person, service, authority, known) is not { } problem) continue;
                    await Console.Error.WriteLineAsync(problem);
                    result = AuditCommand.Broken;
                }
            }

            return result;
        }
    }

    private static async Task<string?> ProblemAsync(PlatformClient platform, string person, string service, string authority,
        KnownHead? known)
    {
        var answer = await platform.SendAsync(person, HttpMethod.Get, $"api/{service}/{authority}/audit/verify");
        if (!answer.Found) throw new PlatformException($"{platform.Gateway} 上没有审计核验服务。");
        var report = answer.Json;
        if (!report.GetProperty("intact").GetBoolean())
        {
            var place = report.GetProperty("brokenAt") is { ValueKind: JsonValueKind.Number } at ? $"第 {at.GetInt64()} 条：" : "";
            return $"{authority} {service}：审计记录已被改动。{place}{report.GetProperty("problem").GetString()}。";
        }

        var head = report.GetProperty("head");
        await Console.Out.WriteLineAsync($"{authority} {service}：{report.GetProperty("entries").GetInt64()} 条记录完好，"
            + $"末条 {head.GetProperty("position").GetInt64()}:{head.GetProperty("hash").GetString()}");
        if (known is null) return null;
        var path = string.Create(CultureInfo.InvariantCulture,
            $"api/{service}/{authority}/audit/entries?after={known.Position - 1}&limit=1");
        var entry = (await platform.SendAsync(person, HttpMethod.Get, path)).Json.GetProperty("items").EnumerateArray().FirstOrDefault();
        return entry.ValueKind == JsonValueKind.Object
            && known.Is(entry.GetProperty("position").GetInt64(), entry.GetProperty("hash").GetString()!)
            ? null
            : $"{authority} {service}：第 {known.Position} 条与另行保存的校验值不符，记录已被整体改写。";
    }
}
