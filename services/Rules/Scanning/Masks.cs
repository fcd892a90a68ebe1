using System.Text;
using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>Masks a find and puts masked values into a text.</summary>
public static class Masks
{
    /// <summary>The value as it may be published.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="value">The value as found.</param>
    /// <returns>The masked value, of the same length except for addresses and e-mail.</returns>
    public static string Of(SensitiveKind kind, string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return kind switch
        {
            SensitiveKind.IdentityCard or SensitiveKind.LikelyIdentityCard => Masking.IdentityNumber(value),
            SensitiveKind.MobilePhone => Masking.Phone(value),
            SensitiveKind.FixedPhone => Masking.FixedPhone(value),
            SensitiveKind.OtherDocument => Masking.DocumentNumber(value),
            SensitiveKind.BankCard => Masking.BankCard(value),
            SensitiveKind.Email => Masking.Email(value.Replace('＠', '@')),
            _ => Masking.Address(value),
        };
    }

    /// <summary>A text with every find masked (一键脱敏).</summary>
    /// <param name="text">The text.</param>
    /// <param name="spans">Finds of that text, in order.</param>
    /// <returns>The masked text.</returns>
    public static string Apply(string text, IReadOnlyList<SensitiveSpan> spans)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(spans);
        var result = new StringBuilder(text.Length);
        var cursor = 0;
        foreach (var span in spans)
        {
            result.Append(text, cursor, span.Start - cursor).Append(span.Masked);
            cursor = span.Start + span.Length;
        }

        return result.Append(text, cursor, text.Length - cursor).ToString();
    }
}
