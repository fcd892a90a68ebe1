namespace Disclosure.Documents.Bodies;

/// <summary>How a piece of text is set (字体效果).</summary>
[Flags]
public enum Marks
{
    /// <summary>As the text around it.</summary>
    None = 0,

    /// <summary>Important, shown bold (加粗).</summary>
    Strong = 1,

    /// <summary>Stressed, shown slanted or as a type of its own (楷体).</summary>
    Emphasis = 2,

    /// <summary>Underlined (下划线).</summary>
    Underline = 4,

    /// <summary>Above the line (上标): 10⁴, m².</summary>
    Superscript = 8,

    /// <summary>Below the line (下标): CO₂.</summary>
    Subscript = 16,
}
