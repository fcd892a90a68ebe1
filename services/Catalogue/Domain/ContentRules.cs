using Disclosure.Documents.Bodies;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;

namespace Disclosure.Catalogue.Domain;

/// <summary>Checks content against the authority's rule pack; every problem is reported at once.</summary>
internal static class ContentRules
{
    public const int MaxTitle = 200;
    public const int MaxBody = Body.MaxLength;
    public const int MaxSummary = 500;
    public const int MaxKeywords = 10;
    private const int MaxChannels = 10;
    public const int MaxKeyword = 30;
    public const int MaxDocumentNumber = 60;
    public const int MaxOrgan = 100;
    private const int MaxAddress = 500;

    /// <summary>No document of this state is older.</summary>
    private const int EarliestYear = 1949;

    /// <summary>The problems of a content, by JSON name of the field; empty when there are none. A channel is chosen by those who may use
    /// it (rules 20, 30); <c>kept</c> are channels that the saved item has and that may stay, whoever edits it.</summary>
    public static Dictionary<string, string[]> Problems(ItemContent content, RulePack pack, DateOnly today, Person who,
        IReadOnlyCollection<string> kept)
    {
        var problems = new Dictionary<string, List<string>>(StringComparer.Ordinal);
        if (string.IsNullOrWhiteSpace(content.Title)) Add("title", "请填写名称。");
        Text("title", content.Title, MaxTitle);
        if (string.IsNullOrWhiteSpace(content.Body)) Add("body", "请填写正文。");
        if (EnteredText.ProblemOfText(content.Body) is { } unfit) Add("body", unfit);
        if (BodyMarkup.Problem(content.Body) is { } unreadable) Add("body", unreadable);
        Text("summary", content.Summary, MaxSummary);
        Text("documentNumber", content.DocumentNumber, MaxDocumentNumber);
        Text("issuingOrgan", content.IssuingOrgan, MaxOrgan);
        if (string.IsNullOrWhiteSpace(content.Category)) Add("category", "请选择分类。");
        else if (pack.Category(content.Category) is null) Add("category", $"没有代码为“{content.Category}”的分类。");
        if (content.ProducedOn > today || content.ProducedOn?.Year < EarliestYear) Add("producedOn", $"成文日期不能晚于今天，也不能早于 {EarliestYear} 年。");
        CheckGround();
        if (content.Channels.Distinct(StringComparer.Ordinal).Count() != content.Channels.Count) Add("channels", "渠道不能重复。");
        foreach (var channel in content.Channels.Take(MaxChannels).Where(c => pack.Channels.All(known => known.Code != c))) Add("channels",
            $"没有渠道“{channel}”。");
        foreach (var channel in pack.Channels.Where(known => content.Channels.Contains(known.Code) && !kept.Contains(known.Code)
            && !known.MayBeUsedBy(who.Holds)))
            Add("channels", $"您的岗位不能使用渠道“{channel.Name}”（{channel.Citation.Source}{channel.Citation.Article}）。");
        if (content.Channels.Count > MaxChannels) Add("channels", $"渠道不超过 {MaxChannels} 个。");
        foreach (var condition in content.Conditions.Take(ReviewConditions.All.Count + 1)
            .Where(c => !ReviewConditions.All.Contains(c))) Add("conditions", $"没有条件“{condition}”。");
        if (content.Keywords.Count > MaxKeywords) Add("keywords", $"主题词不超过 {MaxKeywords} 个。");
        if (content.Keywords.Any(k => string.IsNullOrWhiteSpace(k) || k.Length > MaxKeyword
            || EnteredText.ProblemOfLine(k) is not null)) Add("keywords", $"每个主题词为 1 至 {MaxKeyword} 字。");
        CheckPreDisclosure();
        return problems.ToDictionary(p => p.Key, p => p.Value.ToArray(), StringComparer.Ordinal);

        void CheckGround()
        {
            var ground = pack.Grounds.FirstOrDefault(g => g.Code == content.Ground);
            if (content.Ground.Length == 0) Add("ground", $"请选择{PackTerms.Of(content.Attribute)}的理由：只有主动公开有默认的理由。");
            else if (ground is null) Add("ground", $"没有代码为“{content.Ground}”的公开属性理由。");
            else if (ground.Attribute != content.Attribute) Add("ground", "理由与公开属性不符。");
            else if (ground.Lawful is { } lawful)
                Add("ground", $"“{ground.Name}”单独不是条例规定的理由，请改选："
                    + $"{string.Join("、", pack.Grounds.Where(g => lawful.Contains(g.Code)).Select(g => g.Name))}。");
        }

        void CheckPreDisclosure()
        {
            if (content is { PreDisclosureItem: null, PreDisclosureAddress: null, PreDisclosedFrom: null, PreDisclosedTo: null }) return;
            if (content.PreDisclosureAddress is { Length: > MaxAddress }) Add("preDisclosure", $"预公开网址不能超过 {MaxAddress} 字。");
            else if (content.PreDisclosureAddress is { } address && (!Uri.TryCreate(address, UriKind.Absolute, out var uri)
                || (uri.Scheme != Uri.UriSchemeHttps && uri.Scheme != Uri.UriSchemeHttp)))
                Add("preDisclosure", "预公开网址须以 http:// 或 https:// 开头。");
            var (from, to) = (Day("preDisclosure.from", content.PreDisclosedFrom, "预公开的开始日期"),
                Day("preDisclosure.to", content.PreDisclosedTo, "预公开的截止日期"));
            if (from > to) Add("preDisclosure.to", "预公开的截止日期不能早于开始日期。");
            else if (content.ProducedOn < to) Add("preDisclosure.to", "成文日期不能早于预公开的截止日期：须先预公开，再作决定。");
        }

        DateOnly? Day(string field, DateOnly? day, string name)
        {
            if (day is { } given && WorkingCalendar.Supports(given)) return given;
            Add(field, day is null ? $"请填写{name}。" : $"{name}须在 {WorkingCalendar.MinDate.Year} 年至 {WorkingCalendar.MaxDate.Year} 年之间。");
            return null;
        }

        void Text(string field, string? value, int max)
        {
            if (value is null) return;
            if (value.Length > max) Add(field, $"不超过 {max} 字。");
            if (EnteredText.ProblemOfLine(value) is { } problem) Add(field, problem);
        }

        void Add(string field, string problem)
        {
            if (!problems.TryGetValue(field, out var list)) problems[field] = list = [];
            list.Add(problem);
        }
    }
}
