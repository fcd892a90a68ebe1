using System.Text.RegularExpressions;

namespace Disclosure.Rules.Packs.Loading;

/// <summary>A fault of a merged pack, at a path of the merged JSON.</summary>
internal sealed record PackFault(string Path, string Message);

/// <summary>What the shape cannot say: references that lead somewhere, codes that are well formed, limits that are lawful.</summary>
internal sealed partial class PackValidator(RulePack pack)
{
    private readonly List<PackFault> _faults = [];
    private readonly HashSet<string> _units = [.. pack.Units.Select(unit => unit.Code)];
    private readonly HashSet<string> _groups = [.. pack.Groups.Select(group => group.Code)];

    public static IReadOnlyList<PackFault> Validate(RulePack pack, string fileName, IReadOnlySet<string> nationalCategories)
    {
        var validator = new PackValidator(pack);
        validator.CheckIdentity(fileName);
        validator.CheckUnits();
        validator.CheckCategories(nationalCategories);
        validator.CheckGroundsAndChannels();
        validator.CheckFlows();
        validator.CheckLimits();
        validator.CheckSubmissions();
        validator.CheckTopics();
        return validator._faults;
    }

    private void CheckIdentity(string fileName)
    {
        if (pack.Authority != fileName) Add("$.authority", $"must be '{fileName}', as the file is named");
        if (!OrganisationCode().IsMatch(pack.OrganisationCode) || !HasCheckCharacter(pack.OrganisationCode))
            Add("$.organisationCode", "is not a nine-character organisation code with a right check character (GB 11714)");
        if (!SiteIdCode().IsMatch(pack.SiteIdCode)) Add("$.siteIdCode", "must be ten letters and digits");
        if (pack.RuleNumbers is { } numbers && numbers.First > numbers.Last) Add("$.ruleNumbers", "must not end before it starts");
    }

    private void CheckUnits()
    {
        for (var i = 0; i < pack.Units.Count; i++)
        {
            CheckCode(pack.Units[i].Code, $"$.units[{i}].code");
            if (!_groups.Contains(pack.Units[i].Group)) Add($"$.units[{i}].group", $"names no group of this pack: '{pack.Units[i].Group}'");
        }
        if (!_units.Contains("office")) Add("$.units", "must have the unit 'office'");
    }

    private void CheckCategories(IReadOnlySet<string> nationalCategories)
    {
        var parents = pack.Categories.ToDictionary(category => category.Code, category => category.Parent);
        for (var i = 0; i < pack.Categories.Count; i++)
        {
            var (category, at) = (pack.Categories[i], $"$.categories[{i}]");
            CheckCode(category.Code, $"{at}.code");
            CheckEach(category.Units, _units, $"{at}.units", "unit");
            if (category.Parent is { } parent && !parents.ContainsKey(parent)) Add($"{at}.parent", $"names no category: '{parent}'");
            else if (IsCircular(category.Code, parents)) Add($"{at}.parent", "leads back to this category");
            if (pack.ResponsibleUnits is { Required: true } && category.Units.Count == 0 && !nationalCategories.Contains(category.Code))
                Add($"{at}.units", "must name the responsible unit");
        }
    }

    private static bool IsCircular(string code, Dictionary<string, string?> parents)
    {
        var at = parents.GetValueOrDefault(code);
        for (var hops = 0; at is not null && hops <= parents.Count; hops++)
        {
            if (at == code) return true;
            at = parents.GetValueOrDefault(at);
        }
        return false;
    }

    private void CheckGroundsAndChannels()
    {
        for (var i = 0; i < pack.Grounds.Count; i++) CheckCode(pack.Grounds[i].Code, $"$.grounds[{i}].code");
        foreach (var attribute in Enum.GetValues<DisclosureAttribute>())
            if (pack.Grounds.All(ground => ground.Attribute != attribute)) Add("$.grounds", $"has no ground for the attribute {attribute}");
        for (var i = 0; i < pack.Channels.Count; i++)
        {
            CheckCode(pack.Channels[i].Code, $"$.channels[{i}].code");
            CheckEach(pack.Channels[i].Roles, KnownWords.Roles, $"$.channels[{i}].roles", "role");
        }
        if (pack.Channels.All(channel => channel.Code != "portal")) Add("$.channels", "must have the channel 'portal'");
    }

    private void CheckEach(IReadOnlyList<string> values, IReadOnlySet<string> known, string path, string what)
    {
        for (var i = 0; i < values.Count; i++)
            if (!known.Contains(values[i])) Add($"{path}[{i}]", $"names no {what}: '{values[i]}'");
            else if (values.Take(i).Contains(values[i])) Add($"{path}[{i}]", $"repeats '{values[i]}'");
    }

    private void CheckCode(string code, string path)
    {
        if (!Code().IsMatch(code)) Add(path, $"must be kebab-case: '{code}'");
    }

    private void Add(string path, string message) => _faults.Add(new PackFault(path, message));

    private static bool HasCheckCharacter(string code)
    {
        ReadOnlySpan<int> weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * (char.IsAsciiDigit(code[i]) ? code[i] - '0' : code[i] - 'A' + 10);
        var check = 11 - sum % 11;
        return code[8] == (check switch { 10 => 'X', 11 => '0', _ => (char)('0' + check) });
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*$")]
    private static partial Regex Code();

    [GeneratedRegex("^[0-9A-Z]{8}[0-9X]$")]
    private static partial Regex OrganisationCode();

    [GeneratedRegex("^[0-9A-Za-z]{10}$")]
    private static partial Regex SiteIdCode();
}
