using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>
/// Recognises numbers of 居民身份证 (18 or 15 digits), 港澳台居民居住证 and 外国人永久居留身份证. Region, birthday and check character leave little to chance,
/// so the eighteen may be written in any groups; fifteen digits have no check character and need their surroundings.
/// </summary>
internal static class IdentityMatcher
{
    private const int Length = 18;
    private const int OldLength = 15;

    /// <summary>The longest number that the first groups make.</summary>
    public static Match? TryMatch(string text, DigitRun run)
    {
        if (!IdentityCard.MayBegin(run.Of(run.Reach))) return null;
        var whole = run.Having(Length, run.Reach);
        if (whole > 0 && IdentityCard.IsPlausible(run.Of(whole)) && IsShape(run, whole)) return Kept(run, run.End(whole));
        var letter = run.Having(Length - 1, run.Reach);
        return letter > 0 && TryCheckLetter(text, run.End(letter), out var last) && IsWithLetter(run.Of(letter)) && IsShape(run, letter)
            ? Kept(run, last) : null;
    }

    // Parted by signs of several kinds (12-22，20200305，2009.11) the parts are those of the number – region, year, month, day, serial – or
    // fours.
    private static bool IsShape(DigitRun run, int groups)
    {
        if (groups <= 2) return true;
        var (alike, parts, fours) = (true, true, true);
        for (var group = 0; group < groups - 1; group++)
        {
            alike &= run.Behind(group) == run.Behind(0);
            parts &= run.Of(group + 1).Length is 3 or 6 or 10 or 12 or 14 or 17;
            fours &= run.Of(group + 1).Length % 4 == 0;
        }

        return parts || fours || alike || run.Heading(Length) == Heading.Identity;
    }

    /// <summary>Whether seventeen digits go with a check character X.</summary>
    public static bool IsWithLetter(ReadOnlySpan<char> digits)
    {
        Span<char> number = stackalloc char[Length];
        digits.CopyTo(number);
        number[Length - 1] = 'X';
        return IdentityCard.IsPlausible(number);
    }

    /// <summary>The X behind a number, with or without a joint.</summary>
    public static bool TryCheckLetter(string text, int end, out int last)
    {
        last = Characters.SkipInvisible(text, end);
        for (var spaces = 0; last < text.Length && spaces < 3 && Joints.Of(text[last]) != Joint.None; spaces++)
        {
            last = Characters.SkipInvisible(text, last + 1);
        }

        return last < text.Length && Characters.IsX(text[last++]);
    }

    /// <summary>The number of fifteen digits issued until 1999, and its letters' kin of foreigners (three letters, twelve
    /// digits).</summary>
    public static Match? TryOld(string text, DigitRun run, int floor)
    {
        if (IdentityCard.MayBegin(run.All) && run.Having(OldLength, run.Groups) is > 0 and var groups
            && IsOld(text, run, groups, floor)) return Match.Between(SensitiveKind.IdentityCard, run.Start(0), run.End(groups));
        return run.Length(0) == OldLength - 3 && IsForeigner(text, run.Start(0), run.End(1), run.Of(1), floor)
            ? Match.Between(SensitiveKind.IdentityCard, run.Start(0) - 3, run.End(1)) : null;
    }

    private static bool IsOld(string text, DigitRun run, int groups, int floor)
    {
        if (!IdentityCard.IsPlausibleOld(run.Of(groups))) return false;
        var (heading, start, end) = (run.Heading(OldLength), run.Start(0), run.End(groups));
        if (heading == Heading.Identity) return true;
        if (heading != Heading.None || Surroundings.IsAmount(text, end) || Surroundings.IsSerial(text, end)
            || Surroundings.IsPartOfCode(text, start, end, floor) || IsAmongLetters(text, start, end, floor)) return false;
        return groups == 1 || (groups <= 4 && run.Length(0) == 6 && !run.IsFollowed(groups));
    }

    /// <summary>What a heading calls an identity number though something in it is wrong: mistyped, or hidden by one changed
    /// digit.</summary>
    public static Match? TryLikely(string text, DigitRun run)
        => run.All.Length < OldLength || run.Heading(Length) != Heading.Identity ? null
            : TryLikely(text, run, whole: true) ?? TryLikely(text, run, whole: false);

    private static Match? TryLikely(string text, DigitRun run, bool whole)
    {
        for (var groups = run.Groups; groups > 0; groups--)
        {
            var read = run.Of(groups);
            var end = run.End(groups);
            if (whole && read.Length == Length - 1 && TryCheckLetter(text, end, out var last)) end = last;
            else if (whole ? read.Length != Length : !IsLikely(read) || (run.Within(groups) & ~Joints.OfPhones) != 0) continue;
            return Match.Between(SensitiveKind.LikelyIdentityCard, run.Start(0), end);
        }

        return null;
    }

    // The fifteen of old; one digit more or less than eighteen only around a birthday.
    private static bool IsLikely(ReadOnlySpan<char> read) => read.Length switch
    {
        OldLength => true,
        Length - 1 or Length + 1 => read[6..8] is "19" or "20" or "18" || read[5..7] is "19" or "20",
        _ => false,
    };

    private static bool IsForeigner(string text, int start, int end, ReadOnlySpan<char> read, int floor)
    {
        if (start - 3 < floor || (end < text.Length && char.IsAsciiLetterOrDigit(text[end]))) return false;
        for (var at = start - 3; at < start; at++)
        {
            if (!char.IsAsciiLetterUpper(text[at]) && text[at] is < 'Ａ' or > 'Ｚ') return false;
        }

        if (start - 3 > floor && char.IsAsciiLetterOrDigit(text[start - 4])) return false;
        return IdentityCard.IsPlausibleForeigner(read)
            && Headings.Of(text, start - 3, OldLength) is not (Heading.Code or Heading.Number);
    }

    private static bool IsAmongLetters(string text, int start, int end, int floor)
        => (start > floor && char.IsAsciiLetter(text[start - 1])) || (end < text.Length && char.IsAsciiLetter(text[end]));

    // 施工许可证 520502202012150101: a number of a paper passes the check in one case of eleven.
    private static Match? Kept(DigitRun run, int end)
        => run.Heading(Length) == Heading.Code ? null : Match.Between(SensitiveKind.IdentityCard, run.Start(0), end);
}
