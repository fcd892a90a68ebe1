namespace Disclosure.Rules.Scanning;

/// <summary>Recognises an e-mail address around its at sign.</summary>
internal static class EmailMatcher
{
    // RFC 5321 bounds the two parts; the bound also keeps a crafted text linear.
    private const int MaxLocal = 64;
    private const int MaxDomain = 255;

    public static Match? TryMatch(string text, int at, int floor)
    {
        var start = at;
        while (start > 0 && at - start < MaxLocal && IsLocal(text[start - 1])) start--;
        while (start < at && text[start] == '.') start++;
        if (start == at || start < floor - MaxLocal) return null;

        var end = at + 1;
        var dot = -1;
        while (end < text.Length && end - at <= MaxDomain && IsDomain(text[end]))
        {
            if (text[end] == '.') dot = end;
            end++;
        }

        while (end > at + 1 && text[end - 1] is '.' or '-') end--;
        if (dot >= end) dot = text.LastIndexOf('.', end - 1, end - at - 1);
        return dot > at + 1 && end - dot > 2 ? new(SensitiveKind.Email, start, end - start) : null;
    }

    private static bool IsLocal(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '_' or '-' or '+' or '%';

    private static bool IsDomain(char character) => char.IsAsciiLetterOrDigit(character) || character is '.' or '-';
}
