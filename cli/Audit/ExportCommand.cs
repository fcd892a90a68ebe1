using System.CommandLine;
using System.Globalization;
using Disclosure.Cli.Platform;

namespace Disclosure.Cli.Audit;

/// <summary><c>disclosure audit export --out FILE</c>: the whole chain of an authority, one JSON object a line, examined while it arrives.</summary>
internal static class ExportCommand
{
    public static Command Create()
    {
        var options = new AuditOptions();
        var output = new Option<FileInfo>("--out") { Description = "写入的文件（每行一条 JSON）", Required = true };
        var force = new Option<bool>("--force") { Description = "文件已存在时覆盖" };
        var command = new Command("export", "导出一个机关的全部审计记录；完整写出返回 0，记录有问题返回 1，未能导出返回 2") { output, force };
        options.AddTo(command);
        return AuditCommand.With(command, async (parsed, cancellation) =>
        {
            var (client, authorities) = options.Connect(parsed);
            using (client)
            {
                if (authorities is not [var authority]) throw new PlatformException("一次导出一个机关，请用 --authority 指明。");
                var target = parsed.GetValue(output)!;
                if (target.Exists && !parsed.GetValue(force)) throw new PlatformException($"文件 {target.FullName} 已存在，需要覆盖时加 --force。");
                return await ExportAsync(client, await options.SignInAsync(client, parsed, authority), authority, target, cancellation);
            }
        });
    }

    private static async Task<int> ExportAsync(PlatformClient client, string person, string authority, FileInfo target, CancellationToken cancellation)
    {
        using var response = await client.OpenAsync(person, $"api/review/{authority}/audit/export", cancellation);
        var head = response.Headers.TryGetValues("Audit-Head", out var values) ? values.Single() : throw new PlatformException("平台没有说明末条记录，无法判断导出是否完整。");
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
            await Console.Error.WriteLineAsync($"{authority}：已写出收到的内容，但记录不完好。{report.Place}{report.Problem}。");
            return AuditCommand.Broken;
        }

        await Console.Out.WriteLineAsync($"{authority}：{report.Position} 条记录已写入 {target.FullName}，末条 {report.Position}:{report.Hash}");
        return 0;
    }
}
