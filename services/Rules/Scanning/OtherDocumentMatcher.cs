namespace Disclosure.Rules.Scanning;

/// <summary>Recognises numbers of passports, passes to Hong Kong, Macao and Taiwan, and of soldiers' papers. Their forms are too common
/// to be taken for one without a heading that names them.</summary>
internal static class OtherDocumentMatcher
{
    private const int MaxSeries = 6;

    /// <summary>The number of a paper whose digits begin at a group.</summary>
    public static Match? TryMatch(string text, DigitRun run, int floor)
    {
        var digits = run.Length(0);
        if (digits is < 5 or > 10) return null;
        var (start, end) = (run.Start(0), run.End(1));
        var letters = start;
        while (letters > floor && start - letters < 3 && IsLetter(text[letters - 1])) letters--;
        if (start - letters > 2) return null;
        var joint = letters;
        while (joint == start && joint > floor && start - joint < 3
            && (Joints.Of(text[joint - 1]) & (Joint.Space | Joint.Dash)) != 0) joint--;
        if (joint < start && joint > floor && IsLetter(text[joint - 1])
            && (joint - 1 == floor || !IsLetter(text[joint - 2]))) letters = joint - 1;
        if (Headings.Before(text, letters, digits) == Heading.Travel && digits >= 7 && (letters < start || digits >= 8))
        {
            return Match.Between(SensitiveKind.OtherDocument, letters, end);
        }

        return IsOfficer(text, start, floor) ? Match.Between(SensitiveKind.OtherDocument, start, end) : null;
    }

    // 军官证：南字第1234567号.
    private static bool IsOfficer(string text, int start, int floor)
    {
        if (Headings.Before(text, start, 0) == Heading.Officer) return true;
        if (start - 2 <= floor || text[start - 1] != '第' || text[start - 2] != '字') return false;
        for (var at = start - 2; at > floor && start - at <= MaxSeries + 2; at--)
        {
            if (Headings.Before(text, at, 0) == Heading.Officer) return true;
        }

        return false;
    }

    private static bool IsLetter(char character) => char.IsAsciiLetter(character) || character is >= 'Ａ' and <= 'Ｚ';
}
