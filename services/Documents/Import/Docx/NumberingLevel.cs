namespace Disclosure.Documents.Import.Docx;

/// <summary>A level of automatic numbers as it is defined.</summary>
internal sealed class NumberingLevel
{
    public int Start { get; set; }

    public string Format { get; set; } = "decimal";

    public string? Custom { get; set; }

    /// <summary>The form, with %1 to %9 for the numbers of the levels.</summary>
    public string Text { get; set; } = "";

    /// <summary>Whether all numbers in it are Arabic figures (正规形式编号).</summary>
    public bool IsLegal { get; set; }

    /// <summary>The level from 1 whose numbers make this one begin again; 0 for none, null for any above.</summary>
    public int? Restart { get; set; }

    public string Suffix { get; set; } = "tab";

    /// <summary>The paragraph style that has this level.</summary>
    public string? Style { get; set; }

    public ParagraphSetting Paragraph;

    public RunSetting Run;
}

/// <summary>Automatic numbers of several levels; lists that share them count on.</summary>
internal sealed class NumberingScheme
{
    public const int Levels = 9;

    public NumberingLevel?[] All { get; } = new NumberingLevel?[Levels];

    /// <summary>The numbering style that defines the levels in place of this.</summary>
    public string? Link { get; set; }

    public int?[] Counts { get; } = new int?[Levels];
}

/// <summary>A list: a scheme, and what differs in it.</summary>
internal sealed class NumberingList
{
    public string? Scheme { get; set; }

    public int?[] Starts { get; } = new int?[NumberingScheme.Levels];

    public NumberingLevel?[] Replaced { get; } = new NumberingLevel?[NumberingScheme.Levels];
}
