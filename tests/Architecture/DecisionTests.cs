using System.Text.RegularExpressions;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Architecture;

/// <summary>The decision records can be found by number and say what a later reader needs.</summary>
public sealed class DecisionTests
{
    private static readonly string Directory = Path.Combine(Repository.Root, "docs", "decisions");

    public static TheoryData<string> Records()
        => [.. System.IO.Directory.GetFiles(Directory).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Records))]
    public void A_record_has_a_number_a_title_a_context_a_choice_what_was_rejected_and_the_cost(string record)
        => Assert.Empty(Decisions.Faults(record, File.ReadAllText(Path.Combine(Directory, record))));

    [Fact]
    public void No_two_records_share_a_number() => Assert.Empty(Decisions.Shared(Records().Select(row => row.Data)));

    [Fact]
    public void Every_record_that_the_code_or_a_document_cites_exists()
    {
        var numbers = Records().Select(row => row.Data[..4]).ToHashSet();
        Assert.Empty(Sources()
            .SelectMany(file => Decisions.Cited(File.ReadAllText(file)).Where(number => !numbers.Contains(number))
            .Select(number => $"{file}: {number}")));
    }

    [Fact]
    public void A_record_without_its_parts_a_shared_number_and_a_citation_would_be_caught()
    {
        Assert.Equal(["the file is not named NNNN-title.md", "the title does not begin with the number", "Context is missing",
            "Choice is missing", "Rejected is missing", "Cost is missing"],
            Decisions.Faults("notes.md", "# Notes"));
        Assert.Equal(["0002"], Decisions.Shared(["0001-a.md", "0002-b.md", "0002-c.md"]));
        Assert.Equal(["0042", "0007"], Decisions.Cited("See decision 0042. Decision record\n0007 says …"));
    }

    private static IEnumerable<string> Sources() => System.IO.Directory.GetFiles(Repository.Root, "*", SearchOption.AllDirectories)
        .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal))
        .Where(file => Path.GetRelativePath(Repository.Root, file).Split('/') is var parts
        && !parts[..^1].Any(part => part is "artifacts" or "node_modules" or "bin" or "obj" || part.StartsWith('.'))
            && parts[^1] != "DecisionTests.cs");
}

/// <summary>What is wrong with decision records.</summary>
internal static partial class Decisions
{
    public static IReadOnlyList<string> Faults(string name, string text)
    {
        var faults = new List<string>();
        if (!Name().IsMatch(name)) faults.Add("the file is not named NNNN-title.md");
        if (!text.StartsWith($"# {(name.Length > 4 ? name[..4] : name)} ", StringComparison.Ordinal)) faults
            .Add("the title does not begin with the number");
        faults.AddRange(((string[])["Context", "Choice", "Rejected", "Cost"])
            .Where(part => !text.Contains($"**{part}.**", StringComparison.Ordinal)).Select(part => $"{part} is missing"));
        return faults;
    }

    public static IReadOnlyList<string> Shared(IEnumerable<string> names)
        => [.. names.GroupBy(name => name[..4]).Where(group => group.Count() > 1).Select(group => group.Key)];

    public static IReadOnlyList<string> Cited(string text) => [.. Citation().Matches(text).Select(match => match.Groups["number"].Value)];

    [GeneratedRegex(@"^\d{4}-[a-z0-9-]+\.md$")]
    private static partial Regex Name();

    [GeneratedRegex(@"[Dd]ecision\s+(?:record\s+)?(?:`)?(?<number>\d{4})\b")]
    private static partial Regex Citation();
}
