using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>
/// Parts digits that were written against each other: 身份证号 and 手机 without a space, a row's number before an identity number. Only where a
/// check character proves one of them and nothing is left over; so a long serial is no list of phones.
/// </summary>
internal static class GluedNumbers
{
    private const int Identity = 18;
    private const int Mobile = 11;
    private const int MaxRowNumber = 3;

    /// <summary>The first number of a solid group that holds more than one.</summary>
    public static Match? TryMatch(string text, DigitRun run)
    {
        var digits = run.Of(1);
        if (digits.Length < Identity) return null;
        var letter = IdentityMatcher.TryCheckLetter(text, run.End(1), out _);
        if (digits.Length <= (letter ? Identity - 1 : Identity)) return null;
        var rowNumber = Surroundings.IsAtEdge(text, run.Start(0)) ? MaxRowNumber : 0;
        for (var skipped = 0; skipped <= rowNumber; skipped++)
        {
            if (First(digits[skipped..], letter) is not { } first) continue;
            var start = Place(text, run.Start(0), skipped);
            if (first.WithLetter) return Ending(text, run.End(1), start);
            return Match.Between(first.Kind, start, Place(text, start, first.Length - 1) + 1);
        }

        return null;
    }

    private static Match Ending(string text, int end, int start)
        => Match.Between(SensitiveKind.IdentityCard, start, IdentityMatcher.TryCheckLetter(text, end, out var last) ? last : end);

    private static (SensitiveKind Kind, int Length, bool WithLetter)? First(ReadOnlySpan<char> digits, bool letter)
    {
        if (letter && digits.Length == Identity - 1)
        {
            return IdentityMatcher.IsWithLetter(digits) ? (SensitiveKind.IdentityCard, Identity - 1, true) : null;
        }

        if (digits.Length >= Identity && IdentityCard.IsPlausible(digits[..Identity]) && Ends(digits[Identity..], letter, proven: true))
        {
            return (SensitiveKind.IdentityCard, Identity, false);
        }

        for (var length = 19; length >= 16; length--)
        {
            if (digits.Length > length && CardMatcher.IsCard(digits[..length]) && Ends(digits[length..], letter, proven: false))
            {
                return (SensitiveKind.BankCard, length, false);
            }
        }

        return digits.Length > Mobile && MobileMatcher.IsMobile(digits[..Mobile]) && Ends(digits[Mobile..], letter, proven: false)
            ? (SensitiveKind.MobilePhone, Mobile, false) : null;
    }

    // Whether the rest is numbers to its end, one of them proven.
    private static bool Ends(ReadOnlySpan<char> rest, bool letter, bool proven)
    {
        if (rest.IsEmpty) return proven && !letter;
        if (letter && rest.Length == Identity - 1) return IdentityMatcher.IsWithLetter(rest);
        if (rest.Length >= Identity && IdentityCard.IsPlausible(rest[..Identity])
            && Ends(rest[Identity..], letter, proven: true)) return true;
        for (var length = 19; proven && length >= 16; length--)
        {
            if (rest.Length == length && CardMatcher.IsCard(rest)) return true;
        }

        return rest.Length >= Mobile && MobileMatcher.IsMobile(rest[..Mobile]) && Ends(rest[Mobile..], letter, proven);
    }

    // The place of a digit, over what nobody sees.
    private static int Place(string text, int start, int digits)
    {
        for (var at = start; ; at++)
        {
            if (Characters.IsDigit(text[at]) && digits-- == 0) return at;
        }
    }
}
