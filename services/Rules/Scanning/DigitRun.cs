using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>
/// The groups of digits from a place in a text on, half width, with what joins them. Nothing says that joined groups are one number: two
/// numbers may be neighbours. The caller therefore tries the first groups and goes on behind the first of them.
/// </summary>
/// <remarks>What nobody sees (零宽字符) does not part a group.</remarks>
internal ref struct DigitRun(Span<char> digits, Span<int> places)
{
    /// <summary>Digits looked at: two of the longest numbers written against each other.</summary>
    public const int MaxDigits = 48;

    /// <summary>Groups looked at: an identity number in single digits with its neighbour. Bounds the cost of a text of single
    /// digits.</summary>
    public const int MaxGroups = 20;

    /// <summary>Places that a caller lends.</summary>
    public const int Places = (4 * MaxGroups) + MaxHeaded + 1;

    // Headings are asked for numbers of up to nineteen digits.
    private const int MaxHeaded = 20;

    private readonly Span<char> digits = digits;
    private readonly Span<int> starts = places[..MaxGroups];
    private readonly Span<int> ends = places[MaxGroups..(2 * MaxGroups)];
    private readonly Span<int> counts = places[(2 * MaxGroups)..(3 * MaxGroups)];
    private readonly Span<int> joints = places[(3 * MaxGroups)..(4 * MaxGroups)];
    private readonly Span<int> headings = places[(4 * MaxGroups)..];

    /// <summary>Groups read; none when the first has more digits than any number.</summary>
    public int Groups { get; private set; }

    /// <summary>The digits of the first groups.</summary>
    public readonly ReadOnlySpan<char> Of(int groups) => this.digits[..this.counts[groups - 1]];

    /// <summary>All digits read.</summary>
    public readonly ReadOnlySpan<char> All => Of(Groups);

    /// <summary>Digits in a group, from 0.</summary>
    public readonly int Length(int group) => this.counts[group] - (group == 0 ? 0 : this.counts[group - 1]);

    /// <summary>First character of a group.</summary>
    public readonly int Start(int group) => this.starts[group];

    /// <summary>First character behind the first groups.</summary>
    public readonly int End(int groups) => this.ends[groups - 1];

    /// <summary>What joins a group to the next; nothing behind the last.</summary>
    public readonly Joint Behind(int group) => (Joint)this.joints[group];

    /// <summary>All that joins the first groups.</summary>
    public readonly Joint Within(int groups)
    {
        var all = Joint.None;
        for (var group = 0; group < groups - 1; group++) all |= Behind(group);
        return all;
    }

    /// <summary>Whether a space or tabulator joins the first groups to further digits, as in a row of figures.</summary>
    public readonly bool IsFollowed(int groups) => groups < Groups && (Behind(groups - 1) & ~(Joint.Space | Joint.Tab)) == 0;

    /// <summary>The heading of a number of so many digits that begins here; looked for once.</summary>
    public readonly Heading Heading(string text, int length)
    {
        ref var known = ref this.headings[Math.Min(length, MaxHeaded)];
        if (known == 0) known = 1 + (int)Headings.Of(text, Start(0), length);
        return (Heading)(known - 1);
    }

    /// <summary>Reads the group at a digit and what is joined to it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="at">The digit.</param>
    /// <returns>First character behind the first group, also when that is too long to be read.</returns>
    public int Read(string text, int at)
    {
        var first = at;
        var (position, read, lines) = (at, 0, Joint.None);
        while (Groups < MaxGroups)
        {
            var (start, end) = (position, position);
            while (position < text.Length && Characters.IsDigit(text[position]))
            {
                if (read < MaxDigits) this.digits[read] = Characters.Digit(text[position]);
                read++;
                end = ++position;
                var seen = Characters.SkipInvisible(text, position);
                if (seen < text.Length && Characters.IsDigit(text[seen])) position = seen;
                if (read > MaxDigits && Groups > 0) return first;
            }

            if (Groups == 0) first = end;
            if (read > MaxDigits) return first;
            (this.starts[Groups], this.ends[Groups], this.counts[Groups], this.joints[Groups]) = (start, end, read, (int)Joint.None);
            Groups++;
            position = end;
            if (Groups == MaxGroups) return first;
            var joint = Joints.Read(text, ref position);

            // A line ends once within a number.
            if (joint == Joint.None || (joint & lines) != 0) return first;
            lines |= joint & Joint.LineEnd;
            this.joints[Groups - 1] = (int)joint;

            // A sign joins the parts of an identity number only: a row of figures is not read to its end from each of them.
            if (Groups > 1 && (this.joints[0] & (int)Joint.Sign) != 0 && Length(0) is not (3 or 4 or 6 or 10 or 12 or 14)) return first;
        }

        return first;
    }
}
