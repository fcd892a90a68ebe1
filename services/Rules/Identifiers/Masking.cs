using System.Buffers;
using System.Text.RegularExpressions;

namespace Disclosure.Rules.Identifiers;

/// <summary>Masks personal data (脱敏) so that a person recognises their own but nobody else learns it.</summary>
public static partial class Masking
{
    private const string Hidden = "****";

    private static readonly SearchValues<char> AreaEnds = SearchValues.Create("-－—–)）");

    // （0851）: brackets and the longest area code.
    private const int MaxArea = 6;

    /// <summary>Name (姓名): the first character stays, of compound surnames too only the first.</summary>
    /// <param name="name">The name.</param>
    /// <returns>For instance <c>张**</c>.</returns>
    public static string Name(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Length <= 1 ? "*" : name[0] + new string('*', name.Length - 1);
    }

    /// <summary>Mobile phone (手机号码): <c>138****1234</c>.</summary>
    /// <param name="phone">The number.</param>
    /// <returns>The masked number.</returns>
    public static string Phone(string phone)
    {
        ArgumentNullException.ThrowIfNull(phone);
        return phone.Length < 8 ? Hidden : Keep(phone, 3, 4);
    }

    /// <summary>Fixed phone (固定电话): the area code and the last two digits stay.</summary>
    /// <param name="phone">The number.</param>
    /// <returns>The masked number.</returns>
    public static string FixedPhone(string phone)
    {
        ArgumentNullException.ThrowIfNull(phone);

        // A sign further behind stands before an extension: the number itself is in front of it.
        var area = phone.AsSpan(0, Math.Min(MaxArea, phone.Length)).IndexOfAny(AreaEnds);
        return phone.Length < 7 ? Hidden : Keep(phone, area > 0 ? area + 1 : Math.Min(4, phone.Length - 6), 2);
    }

    /// <summary>Identity number (公民身份号码): <c>35*************123</c>.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The masked number.</returns>
    public static string IdentityNumber(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length < 8 ? Hidden : Keep(number, 2, 3);
    }

    /// <summary>Passport, pass or soldier's paper (护照、通行证、军官证): the last two digits stay.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The masked number.</returns>
    public static string DocumentNumber(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length < 5 ? Hidden : Keep(number, 0, 2);
    }

    /// <summary>Bank card (银行卡号): the last four digits stay.</summary>
    /// <param name="number">The number.</param>
    /// <returns>The masked number.</returns>
    public static string BankCard(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length < 8 ? Hidden : Keep(number, 0, 4);
    }

    /// <summary>E-mail (电子邮箱): the first character and the domain stay.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The masked address.</returns>
    public static string Email(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var at = address.IndexOf('@', StringComparison.Ordinal);
        return at <= 0 ? Hidden : address[0] + "***" + address[at..];
    }

    /// <summary>Address (住址): nothing below township or street (乡、镇、街道) stays.</summary>
    /// <param name="address">The address.</param>
    /// <returns>The masked address.</returns>
    public static string Address(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var match = Township().Match(address);
        return match.Success ? match.Value + "***" : Hidden;
    }

    // By characters: a separator takes the place of a digit, so that never more digits are kept than of a number written without.
    private static string Keep(string value, int first, int last)
        => first + last >= value.Length ? Hidden : string.Create(value.Length, (value, first, last), static (masked, state) =>
        {
            state.value.CopyTo(masked);
            masked[state.first..^state.last].Fill('*');

            // Half a character that nobody sees would be no text.
            if (char.IsLowSurrogate(masked[^state.last])) masked[^state.last] = '*';
            if (state.first > 0 && char.IsHighSurrogate(masked[state.first - 1])) masked[state.first - 1] = '*';
        });

    [GeneratedRegex("^.*?(?:街道|(?<!集)镇|乡|苏木)")]
    private static partial Regex Township();
}
