using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>Recognises a number that starts at a digit, whatever its groups are joined by (138 0013 8000, 6222.0212.…), full width
/// too.</summary>
internal static class NumberMatcher
{
    private const int CreditCode = 18;

    // A local number is the shortest, and a soldier's paper has five digits behind its heading.
    private const int ShortestNumber = 5;

    /// <summary>Matches the number that starts at a digit.</summary>
    /// <param name="text">The text.</param>
    /// <param name="run">Its digits.</param>
    /// <param name="at">The first digit of a group.</param>
    /// <param name="before">The find before it, if there is one.</param>
    /// <param name="last">Last character of the first group: when nothing matched, the next group is tried on its own.</param>
    public static Match? TryMatch(string text, DigitRun run, int at, Match? before, out int last)
    {
        run.Read(at);
        var floor = before?.End ?? 0;
        if (run.Groups == 0) return LongRuns.TryMatch(text, at, floor, out last);
        last = run.End(1) - 1;
        if (run.Count(run.Reach) < ShortestNumber) return null;
        if (IdentityMatcher.TryMatch(text, run) is { } identity) return identity;
        if (IsCreditCode(text, at, last + 1, floor, out var end))
        {
            last = end - 1;
            return null;
        }

        if (GluedNumbers.TryMatch(text, run) is { } glued) return glued;
        if (at > 0 && at == floor && Characters.IsDigit(text[at - 1]) && LongRuns.TryMatch(text, at, floor, out _) is { } rest) return rest;
        return IdentityMatcher.TryOld(text, run, floor) ?? IdentityMatcher.TryLikely(text, run) ?? MobileMatcher.TryMatch(text, run, floor)
            ?? FixedPhoneMatcher.TryMatch(text, run, before, floor) ?? CardMatcher.TryMatch(text, run, floor)
            ?? OtherDocumentMatcher.TryMatch(text, run, floor);
    }

    // 统一社会信用代码 around the group, with both its check characters.
    private static bool IsCreditCode(string text, int at, int groupEnd, int floor, out int end)
    {
        var start = at;
        while (start > floor && at - start < CreditCode && char.IsAsciiLetterOrDigit(text[start - 1])) start--;
        end = groupEnd;
        while (end < text.Length && end - start <= CreditCode && char.IsAsciiLetterOrDigit(text[end])) end++;
        return end - start == CreditCode && SocialCreditCode.IsPlausible(text.AsSpan(start, CreditCode));
    }
}
