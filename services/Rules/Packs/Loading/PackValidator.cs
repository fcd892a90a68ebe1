using System.Text.RegularExpressions;
using Disclosure.Kernel;
using Disclosure.Rules.Answers;
using Disclosure.Rules.Identifiers;
using Disclosure.Rules.Reading;

namespace Disclosure.Rules.Packs.Loading;

/// <summary>A fault of a merged pack, at a path of the merged JSON.</summary>
internal sealed record PackFault(string Path, string Message);

/// <summary>Codes that may be referred to; where some are unknown, no reference can be called wrong.</summary>
internal sealed record Names(HashSet<string> Codes, bool Incomplete)
{
    /// <summary>Whether a reference leads somewhere, as far as can be known.</summary>
    public bool Has(string code) => Incomplete || Codes.Contains(code);

    public static implicit operator Names(HashSet<string> codes) => new(codes, false);
}

/// <summary>What the shape cannot say: references that lead somewhere, codes that are well formed, limits that are lawful.</summary>
internal sealed partial class PackValidator(RulePack pack, PackMerger merger)
{
    private readonly List<PackFault> faults = [];
    private readonly Names units = new([.. pack.Units.Select(unit => unit.Code)], merger.HidesCodes("$.units"));
    private readonly Names groups = new([.. pack.Groups.Select(group => group.Code)], merger.HidesCodes("$.groups"));

    public static IReadOnlyList<PackFault> Validate(RulePack pack, string fileName, IReadOnlySet<string> nationalCategories,
        PackMerger merger)
    {
        var validator = new PackValidator(pack, merger);
        validator.CheckIdentity(fileName);
        validator.CheckUnits();
        validator.CheckCategories(nationalCategories);
        validator.CheckGroundsAndChannels();
        validator.CheckFlows();
        validator.CheckLimits();
        validator.CheckSubmissions();
        validator.CheckTopics();
        return validator.faults;
    }

    private void CheckIdentity(string fileName)
    {
        if (pack.Authority != fileName) Add("$.authority", $"应与文件名一致，为“{Excerpt.Of(fileName)}”");
        var organisation = OrganisationCode.Check(pack.OrganisationCode.Value);
        if (!organisation.Valid) Add("$.organisationCode.value", organisation.Reason!);
        else if (organisation.Normalized != pack.OrganisationCode.Value)
            Add("$.organisationCode.value", $"应写作“{organisation.Normalized}”");
        if (!SiteIdCode().IsMatch(pack.SiteIdCode.Value)) Add("$.siteIdCode.value", "应为 10 位字母和数字");
        if (pack.Region is { } region && !RegionCode().IsMatch(region.Code)) Add("$.region.code", "应为小写字母开头，由小写字母、数字和连字符组成");
        if (pack.RuleNumbers is { } numbers && numbers.First > numbers.Last) Add("$.ruleNumbers", "起始序号不应大于截止序号");
    }

    private void CheckUnits()
    {
        for (var i = 0; i < pack.Units.Count; i++)
        {
            CheckCode(pack.Units[i].Code, $"$.units[{i}].code");
            if (!groups.Has(pack.Units[i].Group)) Add($"$.units[{i}].group", $"没有分组“{Excerpt.Of(pack.Units[i].Group)}”");
        }
        if (!units.Has("office")) Add("$.units", "缺少单位“office”（办公室）");
    }

    private void CheckCategories(IReadOnlySet<string> nationalCategories)
    {
        var parents = pack.Categories.ToDictionary(category => category.Code, category => category.Parent);
        var names = new Names(parents.Keys.ToHashSet(), merger.HidesCodes("$.categories"));
        var circular = OnCircles(parents);
        for (var i = 0; i < pack.Categories.Count; i++)
        {
            var (category, at) = (pack.Categories[i], $"$.categories[{i}]");
            CheckCode(category.Code, $"{at}.code");
            CheckEach(category.Units, units, $"{at}.units", "单位");
            if (category.Parent is { } parent && !names.Has(parent)) Add($"{at}.parent", $"没有分类“{Excerpt.Of(parent)}”");
            else if (circular.Contains(category.Code)) Add($"{at}.parent", "上级分类绕回本分类");
            if (pack.ResponsibleUnits is { Required: true } && category.Units.Count == 0 && !nationalCategories.Contains(category.Code))
                Add($"{at}.units", "缺少责任单位", $"{at}.code", "$.responsibleUnits");
        }
    }

    /// <summary>Categories that are above themselves. Each is walked over once, by the first walk upwards that comes to it.</summary>
    private static HashSet<string> OnCircles(Dictionary<string, string?> parents)
    {
        var circles = new HashSet<string>();
        var walks = new Dictionary<string, string>();
        foreach (var start in parents.Keys)
        {
            var at = start;
            while (parents.TryGetValue(at, out var parent) && walks.TryAdd(at, start) && parent is not null) at = parent;
            // A walk that ends where it has been itself went round.
            if (!IsRound(at, start)) continue;
            for (var on = at; circles.Add(on); on = parents[on]!)
            {
            }
        }

        return circles;

        bool IsRound(string end, string start) => parents.GetValueOrDefault(end) is not null && walks.GetValueOrDefault(end) == start;
    }

    private void CheckGroundsAndChannels()
    {
        CheckGrounds();
        for (var i = 0; i < pack.Channels.Count; i++)
        {
            CheckCode(pack.Channels[i].Code, $"$.channels[{i}].code");
            CheckEach(pack.Channels[i].Roles, KnownWords.Roles, $"$.channels[{i}].roles", "角色");
        }
        if (pack.Channels.All(channel => channel.Code != "portal")) Add("$.channels", "缺少渠道“portal”（门户网站）");
    }

    private void CheckGrounds()
    {
        var byCode = pack.Grounds.ToDictionary(ground => ground.Code);
        for (var i = 0; i < pack.Grounds.Count; i++)
        {
            var (ground, at) = (pack.Grounds[i], $"$.grounds[{i}]");
            CheckCode(ground.Code, $"{at}.code");
            if (ground.Lawful is not { } lawful) continue;
            if (lawful.Count == 0) Add($"{at}.lawful", "缺少可以改用的法定理由");
            for (var j = 0; j < lawful.Count; j++)
                if (!byCode.TryGetValue(lawful[j], out var other) ? !merger.HidesCodes("$.grounds")
                    : other.Attribute != ground.Attribute || !other.StandsAlone())
                    Add($"{at}.lawful[{j}]", $"应为支持同一公开属性、可以单独使用的理由：“{Excerpt.Of(lawful[j])}”", $"{at}.attribute");
        }

        foreach (var attribute in Enum.GetValues<DisclosureAttribute>())
            if (!pack.Grounds.Any(ground => ground.Attribute == attribute && ground.StandsAlone()))
                Add("$.grounds", $"没有支持“{AttributeNames[attribute]}”的理由");
    }

    private static readonly Dictionary<DisclosureAttribute, string> AttributeNames = new()
    {
        [DisclosureAttribute.Proactive] = "主动公开",
        [DisclosureAttribute.OnRequest] = "依申请公开",
        [DisclosureAttribute.Withheld] = "不予公开",
    };

    private void CheckEach(IReadOnlyList<string> values, Names known, string path, string what)
    {
        var seen = new HashSet<string>();
        for (var i = 0; i < values.Count; i++)
            if (!known.Has(values[i])) Add($"{path}[{i}]", $"没有{what}“{Excerpt.Of(values[i])}”");
            else if (!seen.Add(values[i])) Add($"{path}[{i}]", $"“{Excerpt.Of(values[i])}”重复");
    }

    private void CheckCode(string code, string path)
    {
        if (!Code().IsMatch(code)) Add(path, $"代码“{Excerpt.Of(code)}”应由小写字母、数字和连字符组成");
    }

    /// <summary>Adds a fault, unless the place or a place it was judged by is not what its author wrote.</summary>
    private void Add(string path, string message, params ReadOnlySpan<string> basis)
    {
        if (merger.IsSuspect(path)) return;
        foreach (var other in basis)
            if (merger.IsSuspect(other)) return;
        faults.Add(new PackFault(path, message));
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Code();

    [GeneratedRegex("^[0-9A-Za-z]{10}$")]
    private static partial Regex SiteIdCode();

    [GeneratedRegex("^[a-z][a-z0-9]*(-[a-z0-9]+)*$", RegexOptions.CultureInvariant)]
    private static partial Regex RegionCode();
}
