using System.Text;

namespace Disclosure.Documents.Release.Reading.Office.Sheets;

/// <summary>Formats that write digits of their own around a value: the cell shows a number that it does not hold.</summary>
internal sealed class NumberFormats
{
    private readonly Dictionary<int, string[]> byStyle = [];

    /// <summary>Notes what cells of a style are shown with; formats that only place the digits of a value are left alone.</summary>
    public void Add(int style, string format)
    {
        var sections = Sections(format).Where(section => section.Any(sign => sign is { IsLiteral: true, Sign: >= '0' and <= '9' }))
            .Select(section => string.Concat(section.Select(sign => (sign.IsLiteral ? "\\" : "") + sign.Sign))).ToArray();
        if (sections.Length > 0) byStyle[style] = sections;
    }

    /// <summary>What a cell of a style shows, by each section of its format.</summary>
    public IEnumerable<string> Shown(int style, string value)
        => byStyle.TryGetValue(style, out var sections) ? sections.Select(section => Shown(section, value)) : [];

    /// <summary>The signs of each section: literal ones, and those that stand for the value.</summary>
    private static IEnumerable<List<(char Sign, bool IsLiteral)>> Sections(string format)
    {
        var section = new List<(char Sign, bool IsLiteral)>();
        var plain = format.Replace("General", "@", StringComparison.OrdinalIgnoreCase);
        for (var at = 0; at < plain.Length; at++)
        {
            switch (plain[at])
            {
                case '"':
                    for (at++; at < plain.Length && plain[at] != '"'; at++) section.Add((plain[at], true));
                    break;
                case '\\' or '!' when at + 1 < plain.Length:
                    section.Add((plain[++at], true));
                    break;
                case '_' or '*':
                    at++;
                    break;
                case '[':
                    while (at + 1 < plain.Length && plain[at] != ']') at++;
                    break;
                case ';':
                    yield return section;
                    section = [];
                    break;
                case '0' or '#' or '?' or '@' or '.':
                    section.Add((plain[at], false));
                    break;
                case ',' or '%':
                    break;
                default:
                    section.Add((plain[at], true));
                    break;
            }
        }

        yield return section;
    }

    private static string Shown(string section, string value)
    {
        var places = 0;
        for (var at = 0; at < section.Length && section[at] != '.'; at++)
            if (section[at] == '\\') at++;
            else if (section[at] is '0' or '#' or '?') places++;
        var point = value.IndexOf('.', StringComparison.Ordinal);
        var (whole, part) = point < 0 ? (value, "") : (value[..point], value[(point + 1)..]);
        var (shown, isPart, first, used) = (new StringBuilder(), false, true, 0);
        for (var at = 0; at < section.Length; at++)
        {
            switch (section[at])
            {
                case '\\' when at + 1 < section.Length:
                    shown.Append(section[++at]);
                    break;
                case '@':
                    shown.Append(value);
                    break;
                case '.':
                    shown.Append('.');
                    (isPart, used) = (true, 0);
                    break;
                case var _ when isPart:
                    if (used < part.Length) shown.Append(part[used++]);
                    break;
                default:
                    // The first place takes all digits for which there is no other.
                    var place = whole.Length - places + used++;
                    if (first && place >= 0) shown.Append(whole.AsSpan(0, place + 1));
                    else if (place >= 0) shown.Append(whole[place]);
                    else if (section[at] == '0') shown.Append('0');
                    first = false;
                    break;
            }
        }

        return shown.ToString();
    }
}
