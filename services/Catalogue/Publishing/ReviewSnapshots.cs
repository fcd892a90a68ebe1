using System.Globalization;
using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Contracts.Review;
using Disclosure.Kernel;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines.Timing;
using Disclosure.Rules.Packs;

namespace Disclosure.Catalogue.Publishing;

/// <summary>What reviewers read of an item (送审稿).</summary>
internal static class ReviewSnapshots
{
    public static async Task<ReviewSnapshot> OfAsync(CatalogueDb db, WorkingCalendar calendar, Item item, RulePack pack,
        CancellationToken cancellation)
    {
        var content = item.Content;
        var companions = await db.CompanionsOfAsync(item, cancellation);
        List<SnapshotField> fields =
        [
            new(SnapshotFields.Title, "名称", content.Title),
            new(SnapshotFields.Category, "目录分类", pack.Category(content.Category)?.Name ?? content.Category, content.Category),
            new(SnapshotFields.Unit, "责任单位", pack.Unit(item.Unit)?.Name ?? item.Unit, item.Unit),
            new(SnapshotFields.Attribute, "公开属性", "主动公开", Codes.Of(content.Attribute)),
            new(SnapshotFields.Scope, "公开范围", "社会公开", Codes.Of(content.Scope)),
            new(SnapshotFields.Ground, "公开属性理由",
                pack.Grounds.FirstOrDefault(g => g.Code == content.Ground)?.Name ?? content.Ground, content.Ground),
            new(SnapshotFields.Channels, "公开渠道", string.Join('、', content.Channels
                .Select(code => pack.Channels.FirstOrDefault(known => known.Code == code)?.Name ?? code))),
        ];
        if (content.Secrecy == Secrecy.Undetermined) fields.Add(new(SnapshotFields.Secrecy, "涉密情况", "待确定", Codes.Of(content.Secrecy)));
        if (content.DocumentNumber is { } number) fields.Add(new(SnapshotFields.DocumentNumber, "文号", number));
        if (content.IssuingOrgan is { } organ) fields.Add(new(SnapshotFields.IssuingOrgan, "发文机关", organ));
        if (content.ProducedOn is { } produced) fields.Add(new(SnapshotFields.ProducedOn, "成文日期", Day(produced)));
        if (companions.Interpretations.Count > 0)
            fields.Add(new(SnapshotFields.Interpretations, "解读材料", Named(companions.Interpretations, item)));
        if (companions.Interprets.Count > 0) fields.Add(new(SnapshotFields.Interprets, "所解读的文件", Named(companions.Interprets, item)));
        if (content is { PreDisclosedFrom: { } from, PreDisclosedTo: { } to }) fields
            .Add(new(SnapshotFields.PreDisclosure, "预公开", PreDisclosure(calendar, to, companions.PreDisclosed is { } pre
            ? Named([pre], item) : content.PreDisclosureAddress, CompanionRules.PreDisclosureTerm(content, pack, calendar)!)));
        if (CompanionRules.PreDisclosureFault(content, pack, calendar) is { } fault)
            fields.Add(new(SnapshotFields.PreDisclosureFault, "预公开期间须注意", fault));
        if (content.Keywords.Count > 0) fields.Add(new(SnapshotFields.Keywords, "主题词", string.Join('、', content.Keywords)));
        if (content.Summary is { } summary) fields.Add(new(SnapshotFields.Summary, "内容概述", summary));
        if (item.IndexNumber is { } index) fields.Add(new(SnapshotFields.IndexNumber, "索引号", index));
        return new ReviewSnapshot(content.Body, fields);
    }

    /// <summary>Whoever reviews this need not know what another unit writes: of its unpublished items only the number is told.</summary>
    private static string Named(IReadOnlyList<Item> items, Item reviewed)
    {
        var named = items.Where(item => item.IsPublic || item.Unit == reviewed.Unit).ToList();
        var others = items.Count - named.Count;
        return string.Join('；', [.. named.Select(item => $"“{TitleOf(item, reviewed)}”（{State(item)}）"),
            .. others > 0 ? [$"其他单位尚未公开的 {others} 件"] : Array.Empty<string>()]);
    }

    /// <summary>What another unit writes on a published item is as little told as what it writes on a new one.</summary>
    private static string TitleOf(Item item, Item reviewed) => item.Unit == reviewed.Unit ? item.Content.Title : item.PublishedTitle!;

    private static string State(Item item) => item.IsPublic ? $"已发布，{item.Number}" : item.State switch
    {
        ItemState.InReview => "审核中",
        ItemState.Returned => "已退回",
        _ => "草稿",
    };

    /// <summary>Where and when, and how many days.</summary>
    private static string PreDisclosure(WorkingCalendar calendar, DateOnly to, string? where, PreDisclosureTerm term)
    {
        var days = term.Period is { Unit: LimitUnit.CalendarDay } ? $"{to.DayNumber - term.From.DayNumber} 日"
            : $"{calendar.CountWorkingDays(term.From, to).Days} 个工作日";
        return $"{Day(term.From)} 至 {Day(to)}（{days}）　{where}";
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
