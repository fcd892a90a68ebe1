using Disclosure.Rules.Identifiers;

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
        if (start > 1 && text[start - 1] == ' ' && char.IsAsciiLetterOrDigit(text[start - 2])) start--;
        while (start > 0 && at - start < MaxLocal && IsLocal(text[start - 1])) start--;
        while (start < at && (text[start] == '.' || Characters.IsInvisible(text[start]))) start++;
        if (start == at || start < floor - MaxLocal) return null;

        var end = at + 1;
        if (end + 1 < text.Length && text[end] == ' ' && char.IsAsciiLetterOrDigit(text[end + 1])) end++;
        while (end < text.Length && end - at <= MaxDomain && IsDomain(text[end])) end++;
        while (end > at + 1 && (text[end - 1] is '.' or '．' or '-' || Characters.IsInvisible(text[end - 1]))) end--;
        var dot = at + 1 + text.AsSpan(at + 1, end - at - 1).LastIndexOfAny('.', '．');
        return dot > at + 1 && end - dot > 2 ? new(SensitiveKind.Email, start, end - start) : null;
    }

    private static bool IsLocal(char character) => IsDomain(character) || Half(character) is '_' or '+' or '%';

    private static bool IsDomain(char character)
        => char.IsAsciiLetterOrDigit(Half(character)) || Half(character) is '.' or '-' || Characters.IsInvisible(character);

    private static char Half(char character) => character is >= '\uFF01' and <= '\uFF5E' ? (char)(character - 0xFEE0) : character;
}
