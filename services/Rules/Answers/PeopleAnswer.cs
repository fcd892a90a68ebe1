using Disclosure.Rules.Appraising;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Answers;

/// <summary>A unit whose naming of people for its information work is not in order.</summary>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Fault">What is wrong.</param>
/// <param name="People">Who is named.</param>
public sealed record RosterLine(string Unit, string Name, RosterFault Fault, IReadOnlyList<string> People);

/// <summary>Whether a list of information staff (信息工作人员名单) is complete.</summary>
/// <param name="Pack">Authority.</param>
/// <param name="Complete">Whether every unit has named whom it must.</param>
/// <param name="Gaps">The units that have not.</param>
/// <param name="Citation">Source of the rule.</param>
public sealed record RosterAnswer(string Pack, bool Complete, IReadOnlyList<RosterLine> Gaps, Citation Citation)
{
    /// <summary>Compares a list with the rule of a pack.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="authority">Authority, for instance <c>jiangxi</c>.</param>
    /// <param name="text">Lines of unit, person and, where one is named, section, separated by commas; units by code or name.</param>
    /// <returns>The answer or the errors.</returns>
    public static Answer<RosterAnswer> Create(RulePacks packs, string authority, string text)
    {
        ArgumentNullException.ThrowIfNull(packs);
        if (!packs.TryGet(authority, out var pack)) return Answer<RosterAnswer>.No(DutyAnswer.NoPack(packs, authority));
        if (pack.InformationStaff is not { } rule) return Answer<RosterAnswer>.No($"规则包“{authority}”没有规定各单位确定信息员。");
        var errors = new List<string>();
        var named = new List<NamedStaff>();
        foreach (var (number, fields) in PeopleList.Read(text, errors))
        {
            var unit = pack.Units.FirstOrDefault(known => known.Code == fields[0] || known.Name == fields[0]);
            if (unit is null) errors.Add($"第 {number} 行：规则包“{authority}”中没有单位“{fields[0]}”。");
            else named.Add(new NamedStaff(unit.Code, fields[1], fields.Length > 2 ? fields[2] : null));
        }

        if (errors.Count > 0) return Answer<RosterAnswer>.No([.. errors]);
        var gaps = InformationRoster.Gaps(pack, named);
        return Answer<RosterAnswer>.Of(new(pack.Authority, gaps.Count == 0, [.. gaps.Select(gap => new RosterLine(gap.Unit, pack.Unit(gap.Unit)!.Name, gap.Fault, gap.People))], rule.Citation));
    }
}

/// <summary>Whether a group of representatives (评议小组) is complete.</summary>
/// <param name="Pack">Authority.</param>
/// <param name="Complete">Whether everybody it is made of sits in it.</param>
/// <param name="Missing">Capacities that nobody represents.</param>
public sealed record PanelAnswer(string Pack, bool Complete, IReadOnlyList<Entry> Missing)
{
    /// <summary>Compares a list with the rule of a pack.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="authority">Authority, for instance <c>bijie</c>.</param>
    /// <param name="text">Lines of capacity and person, separated by commas; capacities by code or name.</param>
    /// <returns>The answer or the errors.</returns>
    public static Answer<PanelAnswer> Create(RulePacks packs, string authority, string text)
    {
        ArgumentNullException.ThrowIfNull(packs);
        if (!packs.TryGet(authority, out var pack)) return Answer<PanelAnswer>.No(DutyAnswer.NoPack(packs, authority));
        var capacities = pack.Appraisal.Representatives;
        if (capacities.Count == 0) return Answer<PanelAnswer>.No($"规则包“{authority}”没有规定代表评议的评议小组。");
        var errors = new List<string>();
        var members = new List<PanelMember>();
        foreach (var (number, fields) in PeopleList.Read(text, errors))
        {
            var capacity = capacities.FirstOrDefault(known => known.Code == fields[0] || known.Name == fields[0]);
            if (capacity is null) errors.Add($"第 {number} 行：没有代表类别“{fields[0]}”；可用：{string.Join("、", capacities.Select(known => known.Name))}。");
            else members.Add(new PanelMember(fields[1], capacity.Code));
        }

        if (errors.Count > 0) return Answer<PanelAnswer>.No([.. errors]);
        var missing = AppraisalPanel.Missing(pack.Appraisal, members);
        return Answer<PanelAnswer>.Of(new(pack.Authority, missing.Count == 0, missing));
    }
}

/// <summary>Lists of people as offices keep them: what they belong to, who, and one thing more, line by line.</summary>
internal static class PeopleList
{
    private const int MaxLines = 5_000;

    /// <summary>Reads the lines that say something. A sign for remarks begins with <c>#</c>.</summary>
    public static IEnumerable<(int Number, string[] Fields)> Read(string text, List<string> errors)
    {
        var lines = text.Split('\n');
        if (lines.Length > MaxLines)
        {
            errors.Add($"名单超过 {MaxLines} 行。");
            return [];
        }

        var read = new List<(int, string[])>();
        foreach (var (line, index) in lines.Select((line, index) => (line.Trim(), index)))
        {
            if (line.Length == 0 || line.StartsWith('#')) continue;
            string[] fields = [.. line.Split(',', '，').Select(field => field.Trim())];
            // Names hold no quotation marks; a line with them was written by a program that means something by them.
            if (fields.Length is < 2 or > 3 || fields[0].Length == 0 || fields[1].Length == 0 || line.Contains('"', StringComparison.Ordinal)) errors.Add($"第 {index + 1} 行：应为“单位或类别,姓名[,职能科室]”。");
            else read.Add((index + 1, fields));
        }

        return read;
    }
}
