using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Cli.Platform;

namespace Disclosure.Cli.Seed;

/// <summary>Work in hand (在办), so that lists and notices of the demonstration show something: drafts, cases that wait for their
/// first reviewer, and an item that came back.</summary>
/// <remarks>Repeatable: what an earlier run began is carried on from where it stands.</remarks>
internal static class DemonstrationWork
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly (string Key, string Title, string Body, Stage Stage, DemonstrationFile? File)[] All =
    [
        ("summary", "关于2026年度政务公开工作情况的报告（初稿）", "一、主要做法\n\n本年度按目录公开信息，及时更新栏目。\n\n二、存在的问题\n\n待各科室补充。", Stage.Drafted, null),
        ("holiday", "关于元旦假期值班安排的公告", "元旦假期正常值班，群众来电来访由值班人员登记，节后统一答复。", Stage.Submitted, null),
        ("hours", "关于办事大厅冬季服务时间调整的通知", "自2026年12月1日起，办事大厅下午服务时间调整为14时至17时30分。", Stage.Returned, null),
        // What the release gate is for: an attachment that nobody can release as it is, and one whose telephones a reviewer answers for.
        ("allowance", "关于2026年文化志愿者补贴发放名单的公示", "现将2026年文化志愿者补贴发放名单予以公示，公示期五个工作日。名单见附件。", Stage.Drafted,
            new("补贴发放名单.csv", "姓名,身份证号,金额（元）\n演示甲,522401199001011231,800\n演示乙,522401198511124450,800\n")),
        ("contacts", "关于公布文化馆服务点联系人的公告", "文化馆服务点开放时间和联系人见附件。", Stage.Submitted,
            new("服务点联系人.csv", "服务点,联系人,手机号码\n东街,演示丙,13800000001\n西街,演示丁,13800000002\n")),
    ];

    private static readonly string[] Keywords = ["政务公开"];

    private enum Stage
    {
        Drafted,
        Submitted,
        Returned,
    }

    public static async Task RunAsync(PlatformClient platform, string authority, string category)
    {
        foreach (var (key, title, body, stage, file) in All)
        {
            using var content = JsonContent.Create(new { title, body, category, keywords = Keywords });
            var officer = Demonstration.Officer(authority);
            var items = $"api/catalogue/{authority}/items";
            var draft = await platform.SendAsync(officer, HttpMethod.Post, items, content, key: $"demonstration-work-{authority}-{key}");
            var id = draft.Json.GetProperty("id").GetGuid();
            var item = $"{items}/{id}";
            var now = await platform.SendAsync(officer, HttpMethod.Get, item);
            if (Demonstration.State(now.Json) != "draft") continue;
            var etag = await DemonstrationFiles.AttachAsync(platform, authority, id, now, file is null ? [] : [file]);
            if (stage == Stage.Drafted) continue;
            await platform.SendAsync(officer, HttpMethod.Post, item + "/submit", etag: etag);
            if (stage == Stage.Returned) await ReturnAsync(platform, authority, item);
        }

        await Console.Out.WriteLineAsync($"{authority}：草稿、在审各两件，退回一件");
    }

    /// <summary>The first reviewer hands it back.</summary>
    private static async Task ReturnAsync(PlatformClient platform, string authority, string item)
    {
        using var limit = new CancellationTokenSource(Patience);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var officer = Demonstration.Officer(authority);
        while (true)
        {
            var id = (await platform.SendAsync(officer, HttpMethod.Get, item)).Json.GetProperty("caseId").GetGuid();
            var review = await platform.SendAsync(officer, HttpMethod.Get, $"api/review/{authority}/cases/{id}");
            if (review.Found)
            {
                var step = review.Json.GetProperty("steps").EnumerateArray().First(step => Demonstration.State(step) == "open");
                await Demonstration.DecideAsync(platform, authority, review.Json, step, "return", "请写明调整的截止日期，并核对联系电话。");
                return;
            }

            if (limit.IsCancellationRequested) throw new PlatformException($"演示信息 {item} 的审核没有开始；请查看 review 的日志。");
            // Only while the message is on its way.
            await tick.WaitForNextTickAsync(CancellationToken.None);
        }
    }
}
