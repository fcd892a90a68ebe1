using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Printing;

/// <summary>Brings the values of a pack into sections. Every value that has a citation is a row of exactly one of them.</summary>
internal static class PackPrinter
{
    /// <summary>The sections that have any rows, numbered.</summary>
    public static IReadOnlyList<PrintSection> Sections(RulePack pack)
    {
        var names = new PackNames(pack);
        (string Title, IEnumerable<PrintTable> Tables)[] sections =
        [
            ("机关与代码", OrganSections.Organ(pack, names)),
            ("目录分类与公开内容", OrganSections.Catalogue(pack, names)),
            ("公开属性与理由", OrganSections.Attributes(pack, names)),
            ("公开渠道与公开形式", OrganSections.Channels(pack)),
            ("审核流程", FlowSection.Of(pack)),
            ("期限", LimitSections.Limits(pack, names)),
            ("公开时间", LimitSections.Timings(pack, names)),
            ("重大决策预公开", LimitSections.PreDisclosure(pack)),
            ("报送任务与考核", SubmissionSection.Of(pack, names)),
            ("依申请公开", TopicSections.Applications(pack)),
            ("表单", TopicSections.Forms(pack)),
            ("会议公开", TopicSections.Meetings(pack)),
            ("政策解读", TopicSections.Interpretation(pack, names)),
            ("政民互动与回应关切", TopicSections.Interaction(pack)),
            ("民主监督评议", TopicSections.Appraisal(pack)),
            ("年度报告", TopicSections.AnnualReport(pack)),
            ("通报与报告", TopicSections.Reports(pack)),
            ("职责分工", TopicSections.Responsibilities(pack)),
            ("禁止事项", TopicSections.Prohibitions(pack)),
            ("与上位规定不一致的提示", TopicSections.Warnings(pack)),
        ];
        var filled = sections.Select(section => (section.Title, Tables: section.Tables.Where(table => table.Rows.Count > 0).ToList()))
            .Where(section => section.Tables.Count > 0);
        return [.. filled.Select((section, index) => new PrintSection(index + 1, section.Title, Numbered(index + 1, section.Tables)))];
    }

    /// <summary>Rows of a list of names.</summary>
    public static PrintTable Entries(string heading, string path, IEnumerable<Entry> entries)
        => new(heading, [.. entries.Select(entry => new PrintRow($"{path}.{entry.Code}", heading, entry.Name, entry.Citation))]);

    /// <summary>Statements of a value, one a line; those that do not hold are null.</summary>
    public static string Lines(params IEnumerable<string?> statements) => string.Join('\n', statements.OfType<string>());

    private static List<PrintTable> Numbered(int section, List<PrintTable> tables)
    {
        var number = 0;
        return [.. tables.Select(table => table with
        {
            Rows = [.. table.Rows.Select(row => row with { Number = $"{section}-{++number}", Heading = table.Heading })],
        })];
    }
}
