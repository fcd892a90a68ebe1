using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Catalogue.Search;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>The items that a request names, looked up once: by id, 索引号 or public number, among what the person may see.</summary>
internal sealed class CompanionReferences
{
    private const int Max = 10;
    private const int MaxLength = 40;
    private const int MaxShown = 20;
    private readonly ItemRequest request;
    private readonly ItemId? self;
    private readonly Person who;
    private readonly List<Item> found;

    private CompanionReferences(ItemRequest request, ItemId? self, Person who, List<Item> found)
        => (this.request, this.self, this.who, this.found) = (request, self, who, found);

    public static async Task<CompanionReferences> ReadAsync(CatalogueDb db, Person who, ItemRequest request, ItemId? self,
        CancellationToken cancellation)
    {
        List<string> named = [.. Some(request.Interpretations).Concat(Some(request.Interprets)).Concat(Some([request.PreDisclosure?.Item]))
            .Where(IsName)];
        if (named.Count == 0) return new CompanionReferences(request, self, who, []);
        List<ItemId> ids = [.. named.Select(name => Guid.TryParse(name, out var id) ? new ItemId(id) : default)];
        List<string> numbers = [.. named.Select(DocumentKey.Number)];
        var items = await db.Items.AsNoTracking().Where(i => i.Authority == who.Authority
            && (ids.Contains(i.Id) || numbers.Contains(i.Number!) || numbers.Contains(i.IndexNumber!))).ToListAsync(cancellation);
        return new CompanionReferences(request, self, who, [.. items.Where(item => item.IsPublic || who.MaySee(item))]);
    }

    /// <summary>The content with what was found; what was not is one of the <see cref="Problems"/>.</summary>
    public ItemContent Onto(ItemContent content) => content with
    {
        Interpretations = Ids(request.Interpretations),
        Interprets = Ids(request.Interprets),
        PreDisclosureItem = Of(request.PreDisclosure?.Item)?.Id.Value,
    };

    /// <summary>What is wrong with the references, by JSON name of the field.</summary>
    public Dictionary<string, List<string>> Problems(ItemContent content)
    {
        var problems = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        Each("interpretations", request.Interpretations, item => CompanionRules.IsInterpretation(item.Content) ? null
            : $"“{who.TitleOf(item)}”不是解读材料。");
        Each("interprets", request.Interprets, item => CompanionRules.IsInterpretation(item.Content) ? $"“{who.TitleOf(item)}”本身是解读材料。"
            : null);
        if (content.Interprets is not null && !CompanionRules.IsInterpretation(content)) Add("interprets", "只有解读材料可以写明所解读的文件。");
        if (request.PreDisclosure is { } pre)
        {
            Each("preDisclosure", [pre.Item], item => item.IsPublic ? null : $"“{who.TitleOf(item)}”没有公开，不能作为预公开的依据。");
            var (named, elsewhere) = (!string.IsNullOrWhiteSpace(pre.Item), !string.IsNullOrWhiteSpace(pre.Address));
            if (named ? elsewhere : !elsewhere && (pre.From ?? pre.To) is not null)
                Add("preDisclosure", "请填写预公开信息的索引号或者网址，二者填一项。");
        }

        return problems;

        void Each(string field, IReadOnlyList<string?>? names, Func<Item, string?> problemOf)
        {
            if (names?.Count > Max) Add(field, $"不超过 {Max} 件。");
            foreach (var name in Some(names).Take(Max))
            {
                if (name.Length > MaxLength) Add(field, TooLong(field, name));
                else if (Of(name) is not { } item) Add(field, $"没有索引号为“{(IsName(name) ? name : "…")}”的信息。");
                else if (item.Id == self) Add(field, "不能填写本件。");
                else if (item.State is ItemState.Rejected or ItemState.Withdrawn) Add(field, $"“{who.TitleOf(item)}”已经办结或者撤下。");
                else if (problemOf(item) is { } problem) Add(field, problem);
            }
        }

        void Add(string field, string problem)
        {
            if (!problems.TryGetValue(field, out var list)) problems[field] = list = [];
            list.Add(problem);
        }
    }

    /// <summary>Its beginning alone: whatever was pasted there need not be read again.</summary>
    private static string TooLong(string field, string name) => $"“{EnteredText.Cut(name, MaxShown)}…”"
        + (field == "preDisclosure" ? $"既不是网址，也不是索引号：网址须以 http:// 或 https:// 开头，索引号不能超过 {MaxLength} 字。"
            : $"不是索引号：索引号不能超过 {MaxLength} 字，多件用顿号隔开。");

    private List<Guid>? Ids(IReadOnlyList<string>? names) => Some(names).Take(Max).Select(Of).OfType<Item>().Select(item => item.Id.Value)
        .Distinct().ToList() is { Count: > 0 } ids ? ids : null;

    private Item? Of(string? name)
    {
        if (string.IsNullOrWhiteSpace(name) || !IsName(name)) return null;
        if (Guid.TryParse(name, out var id)) return found.FirstOrDefault(item => item.Id.Value == id);
        var number = DocumentKey.Number(name);
        return found.FirstOrDefault(item => item.Number == number || item.IndexNumber == number);
    }

    private static IEnumerable<string> Some(IReadOnlyList<string?>? names)
        => (names ?? []).Where(name => !string.IsNullOrWhiteSpace(name)).OfType<string>();

    /// <summary>Whether it can be a name at all; anything else never reaches the database.</summary>
    private static bool IsName(string name) => name.Length <= MaxLength && EnteredText.ProblemOfLine(name) is null;
}
