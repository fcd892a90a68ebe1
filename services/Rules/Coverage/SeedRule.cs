using System.Globalization;
using System.Reflection;

namespace Disclosure.Rules.Coverage;

/// <summary>One numbered rule of the bureaus' regulations.</summary>
/// <param name="Number">Number, 1–372.</param>
/// <param name="Authority">Authority whose rule it is.</param>
/// <param name="Kind">Kind, for instance <c>deadline</c>.</param>
/// <param name="Article">Article (条、款、项).</param>
/// <param name="Title">What it says in short, English.</param>
public sealed record SeedRule(int Number, string Authority, string Kind, string Article, string Title)
{
    /// <summary>Every rule, by number.</summary>
    public static IReadOnlyList<SeedRule> All { get; } = Read();

    private static SeedRule[] Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("rules.csv")!);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Parse)];
    }

    /// <summary>Only the title is quoted, and it stands last.</summary>
    private static SeedRule Parse(string line)
    {
        var fields = line.Split(',', 5);
        return new SeedRule(int.Parse(fields[0], CultureInfo.InvariantCulture), fields[1], fields[2], fields[3],
            fields[4][1..^1].Replace("\"\"", "\"", StringComparison.Ordinal));
    }
}
