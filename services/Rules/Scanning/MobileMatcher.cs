using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>Recognises mobile phones (手机): eleven digits from 13 to 19, in the groups that people write.</summary>
internal static class MobileMatcher
{
    private const int Length = 11;

    /// <summary>The first groups that make a mobile number; 86 or 0086 before it is not part of the find.</summary>
    public static Match? TryMatch(string text, DigitRun run, int floor)
    {
        if (run.All is not (['1', >= '3', ..] or ['8' or '0', ..])) return null;

        // Written against the number the country's code belongs to its group; written apart it is a group of its own.
        var country = run.Of(1) switch
        {
            ['8', '6', '1', ..] when run.Length(0) <= Length + 2 => 2,
            ['0', '0', '8', '6', '1', ..] => 4,
            _ => 0,
        };
        var groups = run.Having(Length + country, run.Groups);
        if (groups == 0 || !IsMobile(run.Of(groups)[country..])) return null;
        var (start, end) = (run.Start(0) + country, run.End(groups));
        var heading = run.Heading(Length);
        if (heading is Heading.Organisation or Heading.Code or Heading.Number or Heading.Amount || Surroundings.IsAmount(text, end)
            || (heading != Heading.Phone && Surroundings.IsSerial(text, end))
            || Surroundings.IsPartOfCode(text, run.Start(0), end, floor)) return null;
        return IsShape(text, run, groups, country, heading == Heading.Phone, floor)
            ? Match.Between(SensitiveKind.MobilePhone, OpenedAt(text, start, run, groups), end) : null;
    }

    /// <summary>Whether digits are a mobile number, for numbers written against each other.</summary>
    public static bool IsMobile(ReadOnlySpan<char> digits) => digits.Length == Length && digits[0] == '1' && digits[1] >= '3';

    // （138）12345678: the bracket belongs to the number.
    private static int OpenedAt(string text, int start, DigitRun run, int groups)
        => groups > 1 && (run.Behind(0) & Joint.Bracket) != 0 && start > 0 && text[start - 1] is '(' or '（' or '[' or '【' ? start - 1
            : start;

    private static bool IsShape(string text, DigitRun run, int groups, int country, bool named, int floor)
    {
        if (groups == 1) return true;
        var within = run.Within(groups);
        if ((within & ~(named ? Joints.OfPhones | Joint.Tab : Joints.OfPhones)) != 0) return false;
        var first = run.Length(0) - country;
        if (named) return true;
        if ((within & Joint.Slash) != 0 && first != 3) return false;

        // 138.12345678 is a longitude as well as a number.
        if (groups == 2 && within == Joint.Dot) return false;
        if (groups == 2 && first is 3 or 7) return (within & Joint.LineEnd) == 0 || !IsColumn(text, run);
        if (groups == 3 && (first, run.Length(1)) is (3, 4)) return true;

        // Any other grouping could be neighbours of a table, unless nothing stands beside it.
        if (Surroundings.IsPreceded(text, run.Start(0), floor) || run.IsFollowed(groups)) return false;
        if ((within & Joint.LineEnd) != 0 && IsColumn(text, run)) return false;
        if (groups == 2) return first >= 2;
        return groups == 3 && ((first, run.Length(1)) is (3, 3) or (4, 3) or (4, 4)
            || (within != Joint.Space && first >= 2 && run.Length(1) >= 2 && run.Length(2) >= 2));
    }

    // Figures each in a line of their own.
    private static bool IsColumn(string text, DigitRun run)
    {
        var (before, behind) = (run.Start(0), run.End(2));
        return (before == 0 || text[before - 1] is '\n' or '\r') && (behind == text.Length || text[behind] is '\n' or '\r');
    }
}
