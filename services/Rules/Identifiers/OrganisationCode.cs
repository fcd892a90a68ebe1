namespace Disclosure.Rules.Identifiers;

/// <summary>Organisation code (组织机构代码, GB 11714-1997): eight characters and a check character, with or without a hyphen.</summary>
public static class OrganisationCode
{
    private static readonly int[] Weights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>Checks form and check character.</summary>
    /// <param name="value">The code as typed.</param>
    /// <returns>The result.</returns>
    public static Checked Check(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var code = Normalization.Of(value);
        if (code.Length == 10 && code[8] == '-') code = code.Remove(8, 1);
        if (code.Length != 9) return Checked.No($"组织机构代码应为 9 位（可在第 8 位后加连字符），实为 {code.Length} 位");
        for (var index = 0; index < 8; index++)
        {
            if (!IsCharacter(code[index])) return Checked.No($"第 {index + 1} 位“{code[index]}”不是数字或大写字母");
        }

        if (!char.IsAsciiDigit(code[8]) && code[8] != 'X') return Checked.No($"校验码“{code[8]}”不是数字或 X");
        var expected = CheckCharacter(code);
        return expected == code[8] ? Checked.Ok(code) : Checked.No($"校验码应为 {expected}，实为 {code[8]}", code);
    }

    /// <summary>The check character of the first eight characters.</summary>
    /// <param name="code">At least eight digits or upper-case letters.</param>
    /// <returns>A digit or X.</returns>
    public static char CheckCharacter(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var index = 0; index < Weights.Length; index++)
        {
            sum += (char.IsAsciiDigit(code[index]) ? code[index] - '0' : code[index] - 'A' + 10) * Weights[index];
        }

        return (11 - (sum % 11)) switch { 10 => 'X', 11 => '0', var digit => (char)('0' + digit) };
    }

    private static bool IsCharacter(char character) => char.IsAsciiDigit(character) || char.IsAsciiLetterUpper(character);
}
