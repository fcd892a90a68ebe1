using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>Recognises numbers of bank cards (银行卡号): an issuer's range with its length, and the check digit of ISO/IEC 7812
/// (Luhn).</summary>
internal static class CardMatcher
{
    // More groups are a card behind its heading only.
    private const int MaxGroups = 5;
    private const int MaxLength = 19;

    /// <summary>The longest card that the first groups make.</summary>
    public static Match? TryMatch(string text, DigitRun run, int floor)
    {
        Heading? heading = null;
        for (var groups = Math.Min(run.Groups, MaxLength); groups > 0; groups--)
        {
            var digits = run.Of(groups);
            if (digits.Length < 14) return null;
            if (digits.Length > MaxLength || (groups > MaxGroups && run.IsAmongFigures)) continue;
            if (!IssuerRanges.Holds(digits, named: true) || !Passes(digits)) continue;
            var (start, end) = (run.Start(0), run.End(groups));
            heading ??= run.Heading(digits.Length);
            var named = heading == Heading.Bank;
            if (!IssuerRanges.Holds(digits, named) || SocialCreditCode.IsPlausible(digits)) continue;
            if (!named && (heading is not (Heading.None or Heading.Identity or Heading.Phone) || (groups == 1 && IsDated(digits))
                || Surroundings.IsAmount(text, end) || Surroundings.IsSerial(text, end)
                || Surroundings.IsPartOfCode(text, start, run.End(1), floor))) continue;
            if (IsShape(text, run, groups, named, floor)) return Match.Between(SensitiveKind.BankCard, start, end);
        }

        return null;
    }

    /// <summary>Whether digits are a card without any heading, for numbers written against each other.</summary>
    public static bool IsCard(ReadOnlySpan<char> digits) => digits.Length is >= 16 and <= 19 && Passes(digits)
        && IssuerRanges.Holds(digits, named: false);

    // Sixteen zeros satisfy the check digit too.
    private static bool Passes(ReadOnlySpan<char> digits) => digits.IndexOfAnyExcept(digits[0]) >= 0 && Luhn(digits);

    // Region and year: 受理 5205022024010001 is a number of an office; nobody numbers with nineteen digits or for Hong Kong.
    private static bool IsDated(ReadOnlySpan<char> digits)
        => digits.Length < 19 && digits[0] < '7' && digits[6..8] is "20" && digits[8] <= '2' && IdentityCard.IsCounty(digits);

    private static bool IsShape(string text, DigitRun run, int groups, bool named, int floor)
    {
        var within = run.Within(groups);
        if (groups == 1) return true;
        if ((within & ~(Joints.OfPhones | (named ? Joint.Tab : Joint.None))) != 0) return false;
        if (named) return true;
        if (IsInFours(run, groups) || (groups == 2 && run.Length(0) == 6)) return run.Of(1)[0] == '6'
            || !IsAmongFigures(text, run, groups, floor);
        if (run.IsFollowed(groups)) return false;

        // A line that ended within the number, or a hand that grouped it in its own way.
        for (var group = 0; group < groups - 1; group++)
        {
            if (run.Length(group) < 3) return false;
        }

        return groups <= MaxGroups;
    }

    private static bool IsInFours(DigitRun run, int groups)
    {
        for (var group = 0; group < groups - 1; group++)
        {
            if (run.Length(group) != 4) return false;
        }

        return run.Length(groups - 1) <= 4;
    }

    // A row of a table: what follows in it is shorter than the groups of a card.
    private static bool IsAmongFigures(string text, DigitRun run, int groups, int floor)
        => (run.IsFollowed(groups) && run.Length(groups) is not (4 or >= 11)) || Surroundings.IsPreceded(text, run.Start(0), floor);

    private static bool Luhn(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var index = digits.Length - 1; index >= 0; index--)
        {
            var digit = digits[index] - '0';
            if (((digits.Length - index) & 1) == 0) digit = digit > 4 ? (digit * 2) - 9 : digit * 2;
            sum += digit;
        }

        return sum % 10 == 0;
    }
}
