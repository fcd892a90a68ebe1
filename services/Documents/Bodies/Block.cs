namespace Disclosure.Documents.Bodies;

/// <summary>A piece of a body that stands on lines of its own.</summary>
public abstract record Block;

/// <summary>How lines stand in the column (对齐).</summary>
public enum Alignment
{
    /// <summary>At the left edge.</summary>
    Start,

    /// <summary>In the middle, as a title (居中).</summary>
    Center,

    /// <summary>At the right edge, as signature and date (居右).</summary>
    End,
}

/// <summary>A heading (标题).</summary>
/// <param name="Level">Rank, 1–6, as the document has it.</param>
/// <param name="Inlines">Its text.</param>
/// <param name="Alignment">How it stands.</param>
public sealed record Heading(int Level, IReadOnlyList<Inline> Inlines, Alignment Alignment = Alignment.Start) : Block;

/// <summary>A paragraph (段落). Automatic numbers such as 第一条 and （一） are part of its text.</summary>
/// <param name="Inlines">Its text.</param>
/// <param name="Alignment">How it stands.</param>
/// <param name="Indent">Steps it is moved in from the left edge, 0–<see cref="MaxIndent"/>.</param>
/// <param name="FirstLine">Whether its first line is moved in by two characters (首行缩进).</param>
public sealed record Paragraph(IReadOnlyList<Inline> Inlines, Alignment Alignment = Alignment.Start, int Indent = 0, bool FirstLine = false)
    : Block
{
    /// <summary>Most steps of an indent.</summary>
    public const int MaxIndent = 6;
}

/// <summary>A list (列表).</summary>
/// <param name="Start">The number of the first entry; null for a list without numbers.</param>
/// <param name="Items">Entries, each made of blocks.</param>
public sealed record ItemList(int? Start, IReadOnlyList<IReadOnlyList<Block>> Items) : Block;

/// <summary>A quotation (引用).</summary>
/// <param name="Blocks">What is quoted.</param>
public sealed record Quote(IReadOnlyList<Block> Blocks) : Block;

/// <summary>A line across the column (分隔线).</summary>
public sealed record Rule : Block;

/// <summary>A table (表格).</summary>
/// <param name="Caption">表题; empty for none.</param>
/// <param name="Rows">Rows from top to bottom; a cell stands in the row in which it begins.</param>
public sealed record Table(IReadOnlyList<Inline> Caption, IReadOnlyList<IReadOnlyList<Cell>> Rows) : Block;

/// <summary>A cell of a table (单元格).</summary>
/// <param name="IsHeader">Whether it heads a row or a column.</param>
/// <param name="Columns">Columns it covers, from 1 (横向合并).</param>
/// <param name="Rows">Rows it covers, from 1 (纵向合并).</param>
/// <param name="Blocks">What stands in it; no table.</param>
public sealed record Cell(bool IsHeader, int Columns, int Rows, IReadOnlyList<Block> Blocks);

/// <summary>A footnote or endnote (脚注、尾注).</summary>
/// <param name="Label">Its mark as the document shows it: 1, ①, *.</param>
/// <param name="Inlines">Its text.</param>
public sealed record Note(string Label, IReadOnlyList<Inline> Inlines);
