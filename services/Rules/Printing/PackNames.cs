using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Printing;

/// <summary>Names of what the values of a pack refer to by code; a code that leads nowhere stands as it is.</summary>
internal sealed class PackNames(RulePack pack)
{
    public string Units(IEnumerable<string> codes) => Joined(codes, code => pack.Unit(code)?.Name);

    public string Group(string code) => pack.Groups.FirstOrDefault(group => group.Code == code)?.Name ?? code;

    public string Groups(IEnumerable<string> codes) => Joined(codes, Group);

    public string Category(string code) => pack.Category(code)?.Name ?? code;

    public string Grounds(IEnumerable<string> codes)
        => Joined(codes, code => pack.Grounds.FirstOrDefault(ground => ground.Code == code)?.Name);

    public string SubmissionCategories(IEnumerable<string> codes)
        => Joined(codes, code => pack.SubmissionCategories.FirstOrDefault(category => category.Code == code)?.Name);

    public string Scores(IEnumerable<string> codes)
        => Joined(codes, code => pack.Scoring.Scores.FirstOrDefault(score => score.Code == code)?.Name);

    public string Channel(string code) => pack.Channels.FirstOrDefault(channel => channel.Code == code)?.Name ?? code;

    /// <summary>A limit by its name and how long it is.</summary>
    public string Limit(string code) => pack.Limit(code) is { } limit
        ? $"{limit.Name}（{LimitText.Late(limit) ?? LimitText.Amount(limit)}）" : code;

    public static string Roles(IEnumerable<string> codes) => Joined(codes, PackTerms.Role);

    private static string Joined(IEnumerable<string> codes, Func<string, string?> name)
        => string.Join('、', codes.Select(code => name(code) ?? code));
}
