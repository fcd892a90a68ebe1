using System.Security.Cryptography;
using System.Text;
using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Printing;

/// <summary>A pack in the order a legal officer reads it (规则核对稿): every value with its basis and its labels.</summary>
/// <param name="Pack">Code of the authority, or <c>national</c>.</param>
/// <param name="Name">Full name of the authority (机关全称).</param>
/// <param name="Rules">Numbers of the bureau's rules (规则序号); null where it has none.</param>
/// <param name="Fingerprint">Version of the pack (版本): SHA-256 of its merged JSON, hexadecimal.</param>
/// <param name="Day">Legal day on which it was made.</param>
/// <param name="Sections">Sections in reading order; none is empty.</param>
public sealed record PackPrint(string Pack, string Name, RuleNumbers? Rules, string Fingerprint, DateOnly Day,
    IReadOnlyList<PrintSection> Sections)
{
    /// <summary>The beginning of <see cref="Fingerprint"/>, enough to tell two versions apart.</summary>
    public string Version => Fingerprint[..12];

    /// <summary>Every row, in reading order.</summary>
    public IEnumerable<PrintRow> Rows => Sections.SelectMany(section => section.Rows);

    /// <summary>The rows whose text leaves two readings (待单位确认).</summary>
    public IReadOnlyList<PrintRow> Open => [.. Rows.Where(row => row.Citation.Unconfirmed is not null && !row.Inherited)];

    /// <summary>The rows whose source was not read (来源待核实).</summary>
    public IReadOnlyList<PrintRow> Unverified => [.. Rows.Where(row => row.Citation.Unverified is not null && !row.Inherited)];

    /// <summary>Makes the print of a pack.</summary>
    /// <param name="packs">The packs.</param>
    /// <param name="pack">Code of the authority, or <see cref="RulePacks.National"/>.</param>
    /// <param name="day">Today's legal day.</param>
    /// <returns>The print, or null where there is no such pack.</returns>
    public static PackPrint? Of(RulePacks packs, string pack, DateOnly day)
    {
        ArgumentNullException.ThrowIfNull(packs);
        if (packs.Find(pack) is not { } found) return null;
        var text = packs.Show(pack)!.ToJsonString();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        return new PackPrint(pack, found.Name, found.RuleNumbers, hash, day, PackPrinter.Sections(found));
    }

    /// <summary>How many values carry a label; one that has several counts for each.</summary>
    /// <param name="label">The label.</param>
    /// <returns>The number.</returns>
    public int CountOf(BasisLabel label) => Rows.Count(row => row.Labels.Contains(label));
}

/// <summary>A section (部分).</summary>
/// <param name="Number">From 1.</param>
/// <param name="Title">Title.</param>
/// <param name="Tables">Its tables; none is empty.</param>
public sealed record PrintSection(int Number, string Title, IReadOnlyList<PrintTable> Tables)
{
    /// <summary>Where links lead to.</summary>
    public string Anchor => $"s{Number}";

    /// <summary>Every row of its tables.</summary>
    public IEnumerable<PrintRow> Rows => Tables.SelectMany(table => table.Rows);
}

/// <summary>A table of a section.</summary>
/// <param name="Heading">What its rows are.</param>
/// <param name="Rows">Its rows.</param>
public sealed record PrintTable(string Heading, IReadOnlyList<PrintRow> Rows);

/// <summary>A value of the pack.</summary>
/// <param name="Place">Dotted path as <c>rules show</c> takes it, for instance <c>limits.application.reply</c>.</param>
/// <param name="What">What it is about (事项).</param>
/// <param name="Text">The value (内容) in plain Chinese, one statement a line.</param>
/// <param name="Citation">Its basis (依据).</param>
/// <param name="Inherited">Whether it has no basis of its own and rests on that of the form it belongs to.</param>
public sealed record PrintRow(string Place, string What, string Text, Citation Citation, bool Inherited = false)
{
    /// <summary>Number by which people speak of it (序号), for instance <c>6-12</c>.</summary>
    public string Number { get; init; } = "";

    /// <summary>Heading of the table it stands in.</summary>
    public string Heading { get; init; } = "";

    /// <summary>What it is about, where it stands without its table: of a step, in which flow.</summary>
    public string FullWhat => What.Contains(Heading, StringComparison.Ordinal) ? What : $"{Heading}，{What}";

    /// <summary>Where links lead to.</summary>
    public string Anchor => $"r{Number}";

    /// <summary>The labels (标注).</summary>
    public IReadOnlyList<BasisLabel> Labels => BasisLabels.Of(Citation);

    /// <summary>The basis in words: source and article, each source a line of its own where the articles are told apart as well; what no
    /// document says has a reason instead.</summary>
    public string Basis
    {
        get
        {
            var (sources, articles) = (BasisLabels.Sources(Citation), Citation.Article.Split('；'));
            return sources.Count == articles.Length ? string.Join('\n', sources.Zip(articles, Words))
                : Words(Citation.Source, Citation.Article);
        }
    }

    /// <summary>Numbers of the bureau's rules in words (规则序号); empty where none is cited.</summary>
    public string RuleNumbers => Citation.Rules.Count == 0 ? "" : $"规则 {string.Join('、', Citation.Rules)}";

    /// <summary>What is still to be looked at in the row, after its label; null where nothing is.</summary>
    public string? Doubt => Inherited ? null : PackPrinter.Lines(
        Citation.Unconfirmed is { } reading ? $"{BasisLabel.Unconfirmed.Term()}：{reading}" : null,
        Citation.Unverified is { } source ? $"{BasisLabel.Unverified.Term()}：{source}" : null) is { Length: > 0 } doubt ? doubt : null;

    private static string Words(string source, string article)
        => article.Length == 0 ? Named(source) : $"{Named(source)}{(source == Citation.Example ? "：" : " ")}{article}";

    /// <summary>A document stands in 《》; what has only a number, and what is none, does not.</summary>
    private static string Named(string source)
        => source is Citation.Example or Citation.Check || source.Contains('〔', StringComparison.Ordinal) ? source : $"《{source}》";
}
