namespace Disclosure.Rules.Scanning;

/// <summary>
/// The groups of digits from a place in a text on, half width. One space, hyphen or dash joins groups, but nothing says that joined groups
/// are one
/// number: two numbers may be neighbours. The caller therefore tries the first groups and goes on behind the first of them.
/// </summary>
internal ref struct DigitRun(Span<char> digits, Span<int> starts, Span<int> ends, Span<int> counts)
{
    /// <summary>Digits looked at; no number is longer, with its country code and groups.</summary>
    public const int MaxDigits = 24;

    /// <summary>Groups looked at, so that a text of single digits stays linear.</summary>
    public const int MaxGroups = 6;

    private readonly Span<char> digits = digits;
    private readonly Span<int> starts = starts;
    private readonly Span<int> ends = ends;
    private readonly Span<int> counts = counts;

    /// <summary>Groups read, at least one.</summary>
    public int Groups { get; private set; }

    /// <summary>The digits of the first groups.</summary>
    public readonly ReadOnlySpan<char> Of(int groups) => this.digits[..this.counts[groups - 1]];

    /// <summary>Digits in a group, from 0.</summary>
    public readonly int Length(int group) => this.ends[group] - this.starts[group];

    /// <summary>First character of a group.</summary>
    public readonly int Start(int group) => this.starts[group];

    /// <summary>First character behind the first groups.</summary>
    public readonly int End(int groups) => this.ends[groups - 1];

    /// <summary>Reads a first group of at most <see cref="MaxDigits"/> digits and what is joined to it.</summary>
    public void Read(string text, int at, int firstEnd)
    {
        var (position, end) = (at, firstEnd);
        while (true)
        {
            var read = Groups == 0 ? 0 : this.counts[Groups - 1];
            if (read + end - position > MaxDigits) return;
            for (var i = position; i < end; i++) this.digits[read++] = text[i] >= '０' ? (char)(text[i] - 0xFEE0) : text[i];
            (this.starts[Groups], this.ends[Groups], this.counts[Groups]) = (position, end, read);
            Groups++;
            if (Groups == MaxGroups || end + 1 >= text.Length || (text[end] != ' ' && !NumberMatcher.IsDash(text[end]))
                || !NumberMatcher.IsDigit(text[end + 1])) return;
            position = end + 1;
            end = position + 1;
            while (end < text.Length && end - position <= MaxDigits && NumberMatcher.IsDigit(text[end])) end++;
        }
    }
}
