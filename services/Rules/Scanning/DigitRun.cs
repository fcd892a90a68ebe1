using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>
/// The groups of digits from a place in a text on, half width, with what joins them. Nothing says that joined groups are one number: two
/// numbers may be neighbours. The caller therefore tries the first groups and goes on behind the first of them.
/// </summary>
/// <remarks>One for a whole text: groups that were read for a number before are kept for the next, so that none is read twice.</remarks>
internal sealed class DigitRun(string text)
{
    /// <summary>Digits looked at: two of the longest numbers written against each other.</summary>
    public const int MaxDigits = 48;

    /// <summary>Groups looked at: an identity number in single digits with its neighbour.</summary>
    public const int MaxGroups = 20;

    // Groups kept: those of the next number are moved to the front once in so many groups.
    private const int Kept = 5 * MaxGroups;

    // Headings are asked for numbers of up to nineteen digits.
    private const int MaxHeaded = 20;

    private readonly char[] digits = new char[(Kept + 1) * (MaxDigits + 1)];
    private readonly Group[] groups = new Group[Kept + 1];
    private readonly int[] headings = new int[MaxHeaded + 1];
    private int first;
    private int known;
    private bool isRead;
    private int chain;
    private bool isAsked;

    /// <summary>Groups read; none when the first has more digits than any number.</summary>
    public int Groups { get; private set; }

    /// <summary>Groups that a check character may prove to be one number: signs join them in any form, and lines end in them
    /// twice.</summary>
    public int Reach { get; private set; }

    /// <summary>All digits read.</summary>
    public ReadOnlySpan<char> All => Of(Groups);

    /// <summary>The digits of the first groups.</summary>
    public ReadOnlySpan<char> Of(int count) => this.digits.AsSpan(this.groups[this.first].From, Count(count));

    /// <summary>How many digits the first groups have.</summary>
    public int Count(int count)
        => this.groups[this.first + count - 1].From + this.groups[this.first + count - 1].Length - this.groups[this.first].From;

    /// <summary>How many of the first groups have so many digits together; none when no end of a group is there.</summary>
    public int Having(int count, int most)
    {
        var those = Math.Min(count, most);
        while (those > 0 && Count(those) > count) those--;
        return those > 0 && Count(those) == count ? those : 0;
    }

    /// <summary>Digits in a group, from 0.</summary>
    public int Length(int group) => this.groups[this.first + group].Length;

    /// <summary>First character of a group.</summary>
    public int Start(int group) => this.groups[this.first + group].Start;

    /// <summary>First character behind the first groups.</summary>
    public int End(int count) => this.groups[this.first + count - 1].Start + this.groups[this.first + count - 1].Length;

    /// <summary>What joins a group to the next.</summary>
    public Joint Behind(int group) => this.groups[this.first + group].Behind;

    /// <summary>All that joins the first groups.</summary>
    public Joint Within(int count)
    {
        var all = Joint.None;
        for (var group = 0; group < count - 1; group++) all |= Behind(group);
        return all;
    }

    /// <summary>Whether a space or tabulator joins the first groups to further digits, as in a row of figures.</summary>
    public bool IsFollowed(int count) => count < Groups && (Behind(count - 1) & ~(Joint.Space | Joint.Tab)) == 0;

    /// <summary>Whether figures stand before it so far back that no heading is near, and in its line.</summary>
    public bool IsAmongFigures { get; private set; }

    /// <summary>The heading of a number of so many digits that begins here; looked for once.</summary>
    public Heading Heading(int length)
    {
        if (IsAmongFigures) return Scanning.Heading.None;
        if (!this.isAsked) Array.Clear(this.headings);
        this.isAsked = true;
        ref var asked = ref this.headings[Math.Min(length, MaxHeaded)];
        if (asked == 0) asked = 1 + (int)Headings.Of(text, Start(0), length);
        return (Heading)(asked - 1);
    }

    /// <summary>Reads the group at a digit and what is joined to it.</summary>
    /// <param name="at">The digit.</param>
    public void Read(int at)
    {
        this.isAsked = false;
        if (!IsNext(at))
        {
            (this.first, this.known, this.isRead, this.chain) = (0, 0, false, at);
            Add(at, 0);
        }

        if (!this.isRead && this.known - this.first < MaxGroups) More();
        Limit();
        IsAmongFigures = at - this.chain >= Headings.Window && text[at - 1] == ' ' && Characters.IsDigit(text[at - 2]);
    }

    // Whether it begins a group that was read for a number before.
    private bool IsNext(int at)
    {
        for (var next = this.first; next < this.known && this.groups[next].Start <= at; next++)
        {
            if (this.groups[next].Start != at) continue;
            this.first = next;
            return true;
        }

        return false;
    }

    private void More()
    {
        if (this.first > Kept - MaxGroups) MoveToFront();
        while (this.known < Kept && !this.isRead)
        {
            ref var last = ref this.groups[this.known - 1];
            var position = last.Start + last.Length;
            last.Behind = last.Length > MaxDigits ? Joint.None : Joints.Read(text, ref position);
            if (last.Behind == Joint.None) this.isRead = true;
            else Add(position, last.From + last.Length);
        }
    }

    private void MoveToFront()
    {
        var (moved, from) = (this.known - this.first, this.groups[this.first].From);
        var last = this.groups[this.known - 1];
        Array.Copy(this.digits, from, this.digits, 0, last.From + last.Length - from);
        Array.Copy(this.groups, this.first, this.groups, 0, moved);
        for (var group = 0; group < moved; group++) this.groups[group].From -= from;
        (this.first, this.known) = (0, moved);
    }

    // A group of more digits than any number is not read to its end: one that holds many numbers would be read again behind each of them.
    private void Add(int at, int from)
    {
        var length = 0;
        while (length <= MaxDigits && at + length < text.Length && Characters.IsDigit(text[at + length]))
        {
            this.digits[from + length] = Characters.Digit(text[at + length]);
            length++;
        }

        this.groups[this.known++] = new() { Start = at, Length = length, From = from };
    }

    private void Limit()
    {
        var (signs, lines, count, most) = (false, 0, 0, Math.Min(this.known - this.first, MaxGroups));
        (Groups, Reach) = (-1, 0);
        while (count < most)
        {
            ref readonly var group = ref this.groups[this.first + count];
            if (group.From + group.Length - this.groups[this.first].From > MaxDigits) break;
            count++;

            // A sign joins the parts of a known form only: a row of figures is not one number for what has no check character.
            if (count == 1) signs = (group.Behind & Joint.Sign) != 0 && group.Length is not (3 or 4 or 6 or 10 or 12 or 14);
            else if (count == 2 && signs && Groups < 0) Groups = count;
            if ((group.Behind & Joint.LineEnd) == 0) continue;
            if (++lines == 2 && Groups < 0) Groups = count;
            if (lines == 3) break;
        }

        Reach = count;
        if (Groups < 0) Groups = count;
    }

    private struct Group
    {
        public int Start;
        public int Length;
        public int From;
        public Joint Behind;
    }
}
