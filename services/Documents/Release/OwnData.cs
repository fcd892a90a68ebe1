using Disclosure.Rules.Scanning;

namespace Disclosure.Documents.Release;

/// <summary>What an applicant registered of himself (申请人本人信息), however a text writes it.</summary>
internal sealed class OwnData
{
    /// <summary>The shortest paper number that is looked for has five digits.</summary>
    private const int MinDigits = 5;

    private readonly HashSet<string> numbers = new(StringComparer.Ordinal);
    private readonly HashSet<string> mailboxes = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> addresses = [];

    public OwnData(IReadOnlyList<string> own)
    {
        foreach (var value in own)
        {
            ArgumentNullException.ThrowIfNull(value);
            var plain = Plain(value);
            if (Digits(plain) is { Length: >= MinDigits } digits && !IsWords(plain)) numbers.Add(digits);
            else if (plain.Contains('@', StringComparison.Ordinal)) mailboxes.Add(plain);
            else if (SensitiveDataScanner.Scan(plain).Any(span => span.Kind == SensitiveKind.Address)) addresses.Add(plain);
        }
    }

    public bool Holds(SensitiveSpan span)
    {
        var plain = Plain(span.Text);
        return span.Kind switch
        {
            SensitiveKind.Email => mailboxes.Contains(plain),
            // The same door with or without the province before it; more behind it is another door.
            SensitiveKind.Address => addresses.Exists(own => own.Contains(plain, StringComparison.Ordinal)
                || plain.EndsWith(own, StringComparison.Ordinal)),
            _ => numbers.Contains(Digits(plain)),
        };
    }

    private static bool IsWords(string plain) => plain.Any(c => c is '@' or >= '\u2E80');

    private static string Plain(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c))
        .Select(c => c is >= '\uFF01' and <= '\uFF5E' ? (char)(c - 0xFEE0) : c));

    private static string Digits(string plain)
    {
        var digits = string.Concat(plain.Where(char.IsAsciiDigit));
        // +86 138…: the country is no part of the number.
        return digits.Length == 13 && digits.StartsWith("861", StringComparison.Ordinal) ? digits[2..] : digits;
    }
}
