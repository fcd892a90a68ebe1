using System.CommandLine;
using System.Globalization;
using Disclosure.Cli.Platform;

namespace Disclosure.Cli.Audit;

/// <summary><c>disclosure audit export --out DIRECTORY</c>: the whole chains of an authority, one of each service, one JSON object a line,
/// examined while it arrives.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var options = new AuditOptions();
        var output = new Option<DirectoryInfo>("--out") { Description = "写入的目录；每个服务一个文件 audit-机关-服务.ndjson，每行一条 JSON", Required = true };
        var force = new Option<bool>("--force") { Description = "文件已存在时覆盖" };
        var command = new Command("export", "导出一个机关的全部审计记录；完整写出返回 0，记录有问题返回 1，未能导出返回 2") { output, force };
        options.AddTo(command);
        return AuditCommand.With(command, async (parsed, cancellation) =>
        {
            var services = options.Services(parsed);
            var (client, authorities) = options.Connect(parsed);
            using (client)
            {
                if (authorities is not [var authority]) throw new PlatformException("一次导出一个机关，请用 --authority 指明。");
                var directory = parsed.GetValue(output)!;
                List<(string Service, FileInfo File)> targets =
                    [.. services.Select(service
                    => (service, new FileInfo(Path.Combine(directory.FullName, $"audit-{authority}-{service}.ndjson"))))];
                if (!parsed.GetValue(force) && targets.Find(target => target.File.Exists).File is { } existing)
                    throw new PlatformException($"文件 {existing.FullName} 已存在，需要覆盖时加 --force。");
                directory.Create();
                var person = await options.SignInAsync(client, parsed, authority);
                var result = 0;
                foreach (var (service, file) in targets) result = Math
                    .Max(result, await ExportAsync(client, person, service, authority, file, cancellation));
                return result;
            }
        });
    }

    private static async Task<int> ExportAsync(PlatformClient client, string person, string service, string authority, FileInfo target,
        CancellationToken cancellation)
    {
        using var response = await client.OpenAsync(person, $"api/{service}/{authority}/audit/export", cancellation);
        var head = response.Headers.TryGetValues("Audit-Head", out var values) ? values.Single()
            : throw new PlatformException("平台没有说明末条记录，无法判断导出是否完整。");
        // Beside the target, so that the file of that name is always whole: it gets its name when everything has arrived.
        var partial = target.FullName + ".partial";
        ExportReport report;
        try
        {
            await using (var source = await response.Content.ReadAsStreamAsync(cancellation))
            await using (var file = new FileStream(partial, FileMode.Create, FileAccess.ReadWrite))
            {
                await source.CopyToAsync(file, cancellation);
                await file.FlushAsync(cancellation);
                file.Position = 0;
                report = await ExportReader.VerifyAsync(file, null, cancellation);
            }
        }
        catch (HttpRequestException failure)
        {
            throw new PlatformException($"导出中断：{failure.Message}");
        }

        if (report.Problem is null && head != string.Create(CultureInfo.InvariantCulture, $"{report.Position}:{report.Hash}"))
            report = report with { Problem = $"平台的末条记录是 {head}，收到的末条是 {report.Position}:{report.Hash}" };
        File.Move(partial, target.FullName, overwrite: true);
        if (report.Problem is not null)
        {
            await Console.Error.WriteLineAsync($"{authority} {service}：已写出收到的内容，但记录不完好。{report.Place}{report.Problem}。");
            return AuditCommand.Broken;
        }

        await Console.Out.WriteLineAsync(
            $"{authority} {service}：{report.Position} 条记录已写入 {target.FullName}，末条 {report.Position}:{report.Hash}");
        return 0;
    }
}
