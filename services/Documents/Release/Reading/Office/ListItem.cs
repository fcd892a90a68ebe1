namespace Disclosure.Documents.Release.Reading.Office;

/// <summary>A paragraph as far as its automatic number goes.</summary>
internal sealed class ListItem
{
    public string? List { get; set; }

    public int? Level { get; set; }

    public string? Style { get; set; }

    public System.Text.StringBuilder Text { get; } = new();

    /// <summary>Its number with its text, where digits of both may make one number; null for an ordinary one.</summary>
    public string? Joined(OfficeFile file)
    {
        if (file.Numbers.Lists.Count == 0) return null;
        var style = List is null || Level is null ? file.Styles.OfParagraph(Style).Paragraph : default;
        var number = file.Numbers.Next(List ?? style.Numbering, Level ?? style.Level ?? 0);
        if (number is null) return null;
        var isBefore = number is [.., >= '0' and <= '9'] && Text.Length > 0 && (char.IsDigit(Text[0]) || Text[0] is 'X' or 'x');
        return isBefore || number.Count(char.IsAsciiDigit) >= 4 ? number + Text : null;
    }
}
