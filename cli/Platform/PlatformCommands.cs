using System.CommandLine;
using System.Net.Http.Headers;
using Disclosure.Cli.Seed;

namespace Disclosure.Cli.Platform;

/// <summary>Commands that speak to a running platform: <c>token</c>, <c>import</c>, <c>seed</c>, <c>calendar</c>.</summary>
internal static class PlatformCommands
{
    public static IEnumerable<Command> Create() => [Token(), Import(), Seed(), CalendarCommand.Create(), PackCommand.Create()];

    private static Command Token()
    {
        var user = new Argument<string>("user") { Description = "演示账号，如 bijie-officer" };
        var password = new Option<string>("--password") { Description = "密码", DefaultValueFactory = _ => "disclosure" };
        var command = new Command("token", "打印演示账号的访问令牌（仅开发环境）") { user, password };
        return WithPlatform(command, async (platform, parsed) =>
            await Console.Out.WriteLineAsync(await platform.TokenAsync(parsed.GetValue(user)!, parsed.GetValue(password)!)));
    }

    private static Command Import()
    {
        var file = new Argument<FileInfo>("file") { Description = "DOCX、文本、Markdown、HTML 或带文字的 PDF 文件" };
        var authority = new Option<string>("--authority") { Description = "机关代码，如 bijie", Required = true };
        var category = new Option<string>("--category") { Description = "目录分类代码", Required = true };
        var user = new Option<string?>("--user") { Description = "以谁的名义起草，默认 {机关}-officer" };
        var command = new Command("import", "把文件导入为草稿") { file, authority, category, user };
        return WithPlatform(command, async (platform, parsed) =>
        {
            var source = parsed.GetValue(file)!;
            if (!source.Exists) throw new PlatformException($"没有文件 {source.FullName}。");
            var owner = parsed.GetValue(authority)!;
            using var bytes = new ByteArrayContent(await File.ReadAllBytesAsync(source.FullName));
            bytes.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            using var form = new MultipartFormDataContent { { bytes, "file", source.Name },
                { new StringContent(parsed.GetValue(category)!), "category" } };
            var person = parsed.GetValue(user) ?? $"{owner}-officer";
            var answer = await platform.SendAsync(person, HttpMethod.Post, $"api/catalogue/{owner}/items/import", form);
            var id = answer.Json.GetProperty("id").GetGuid();
            var draft = await platform.SendAsync(person, HttpMethod.Get, $"api/catalogue/{owner}/items/{id}");
            foreach (var (label, field, absent) in new[]
            {
                ("草稿", "id", ""), ("标题", "title", ""), ("文号", "documentNumber", "（未识别）"), ("成文日期", "producedOn", "（未识别）"),
                    ("发文机关", "issuingOrgan", "（本机关）"),
            })
                await Console.Out.WriteLineAsync($"{label}：{draft.Json.GetProperty(field).GetString() ?? absent}");
            foreach (var remark in draft.Json.GetProperty("importRemarks").EnumerateArray())
                await Console.Out.WriteLineAsync($"导入说明：{remark.GetString()}");
            await Console.Out.WriteLineAsync($"请在 {platform.Gateway.TrimEnd('/')}/staff/items/{id} 核对后送审。");
        });
    }

    private static Command Seed()
        => WithPlatform(new Command("seed", "写入演示内容：起草、送审、逐级审核、发布"), (platform, _) => Demonstration.RunAsync(platform));

    /// <summary>Runs against the platform that the options name; what a person must know ends as a message and exit code 1.</summary>
    public static Command WithPlatform(Command command, Func<PlatformClient, ParseResult, Task> run)
    {
        var options = new PlatformOptions();
        options.AddTo(command);
        command.SetAction(async (parsed, _) =>
        {
            try
            {
                using var platform = options.Connect(parsed);
                await run(platform, parsed);
                return 0;
            }
            catch (PlatformException failure)
            {
                await Console.Error.WriteLineAsync(failure.Message);
                return 1;
            }
        });
        return command;
    }
}
