using Disclosure.Kernel;
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
        foreach (var (unit, fields) in PeopleList.Read(text, [.. pack.Units.Select(known => (known.Code, known.Name))], name
            => $"规则包“{authority}”中没有单位“{name}”。", errors))
            named.Add(new NamedStaff(unit, fields[1], fields.Length > 2 ? fields[2] : null));
        if (errors.Count > 0) return Answer<RosterAnswer>.No([.. errors]);
        var gaps = InformationRoster.Gaps(pack, named);
        return Answer<RosterAnswer>.Of(new(pack.Authority, gaps.Count == 0,
            [.. gaps.Select(gap => new RosterLine(gap.Unit, pack.Unit(gap.Unit)!.Name, gap.Fault, gap.People))], rule.Citation));
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
        var available = string.Join("、", capacities.Select(known => known.Name));
        foreach (var (capacity, fields) in PeopleList.Read(text, [.. capacities.Select(known => (known.Code, known.Name))], name
            => $"没有代表类别“{name}”；可用：{available}。", errors))
            members.Add(new PanelMember(fields[1], capacity));
        if (errors.Count > 0) return Answer<PanelAnswer>.No([.. errors]);
        var missing = AppraisalPanel.Missing(pack.Appraisal, members);
        return Answer<PanelAnswer>.Of(new(pack.Authority, missing.Count == 0, missing));
    }
}

/// <summary>Lists of people as offices keep them: what they belong to, who, and one thing more, line by line.</summary>
internal static class PeopleList
{
    private const int MaxLines = 5_000;

    /// <summary>Reads the lines that say something; those that begin with <c>#</c> are remarks.</summary>
    /// <param name="text">The list.</param>
    /// <param name="known">Codes and names of what a line may begin with.</param>
    /// <param name="unknown">What to say of another beginning.</param>
    /// <param name="errors">Takes the faults, each with its line.</param>
    /// <returns>The code of each line's beginning, and its fields.</returns>
    public static IReadOnlyList<(string Code, string[] Fields)> Read(string text, IReadOnlyList<(string Code, string Name)> known,
        Func<string, string> unknown, List<string> errors)
    {
        var read = new List<(string, string[])>();
        var lines = text.Split('\n');
        if (lines.Length > MaxLines) errors.Add($"名单超过 {MaxLines} 行。");
        else
        {
            foreach (var (line, number) in lines.Select((line, index) => (line.Trim(), index + 1)))
            {
                if (line.Length == 0 || line.StartsWith('#')) continue;
                string[] fields = [.. line.Split(',', '，').Select(field => field.Trim())];
                // Names hold no quotation marks; a line with them was written by a program that means something by them.
                if (fields.Length is < 2 or > 3 || fields[0].Length == 0 || fields[1].Length == 0
                    || line.Contains('"', StringComparison.Ordinal)) errors.Add($"第 {number} 行：应为“单位或类别,姓名[,职能科室]”。");
                else if (known.FirstOrDefault(one => one.Code == fields[0] || one.Name == fields[0]).Code is { } code) read
                    .Add((code, fields));
                else errors.Add($"第 {number} 行：{unknown(fields[0])}");
            }
        }

        return read;
    }
}
