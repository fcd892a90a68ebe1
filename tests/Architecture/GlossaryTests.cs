using System.Text.RegularExpressions;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Architecture;

/// <summary>People read one word per concept: what services and pages say keeps to <c>docs/glossary.md</c>.</summary>
public sealed partial class GlossaryTests
{
    [Fact]
    public void Services_and_pages_say_no_word_that_the_glossary_replaces()
        => Assert.Empty(((string[])["services/Catalogue", "services/Review", "services/Contracts", "services/Kernel", "gateway",
            "identity"]).SelectMany(Files)
            .SelectMany(file => Said(File.ReadAllText(file), Replaced()).Select(word => $"{Path.GetFileName(file)}: {word}")));

    [Fact]
    public void A_replaced_word_would_be_caught()
        => Assert.Equal(["拟稿人", "同意", "否决"], Said("""
            // 上报 in a comment is no word of ours, in a description of a member it is.
            /// <summary>否决.</summary>
            var who = "拟稿人：" + name;
            <p>请同意后继续</p>
            """, ["上报", "拟稿人", "同意", "下架", "否决"]));

    [Fact]
    public void The_glossary_replaces_words() => Assert.Contains("拟稿人", Replaced());

    /// <summary>Words of the second column of its tables.</summary>
    private static IReadOnlyList<string> Replaced()
        => [.. File.ReadLines(Path.Combine(Repository.Root, "docs", "glossary.md"))
            .Select(line => line.Split('|')).Where(cells => cells.Length == 6 && HanWord().IsMatch(cells[2]))
            .SelectMany(cells => cells[2].Split('、', StringSplitOptions.TrimEntries))];

    private static IEnumerable<string> Said(string source, IReadOnlyList<string> words)
    {
        var said = string.Join('\n', source.Split('\n').Where(line => !line.TrimStart().StartsWith("// ", StringComparison.Ordinal)));
        return words.Where(word => said.Contains(word, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Files(string directory)
        => Directory.EnumerateFiles(Path.Combine(Repository.Root, directory), "*.*", SearchOption.AllDirectories)
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal))
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/node_modules/", StringComparison.Ordinal));

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}{2,}")]
    private static partial Regex HanWord();
}
