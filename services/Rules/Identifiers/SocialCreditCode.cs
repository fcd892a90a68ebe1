using System.Collections.Frozen;

namespace Disclosure.Rules.Identifiers;

/// <summary>Unified social credit code (统一社会信用代码, GB 32100-2015).</summary>
public static class SocialCreditCode
{
    // I, O, S, V and Z are left out because they look like digits.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    // 登记管理部门代码 and the 机构类别代码 that each of them gives (GB 32100-2015 表1): 机构编制、外交、司法、文化、民政（含居委会、村委会）、旅游、宗教、工会、
    // 市场监管、中央军委、农业、其他.
    private static readonly FrozenDictionary<char, string> Categories =
        "1:1239 2:19 3:123459 4:19 5:123459 6:129 7:129 8:19 9:123 A:19 N:1239 Y:1"
        .Split(' ').ToFrozenDictionary(entry => entry[0], entry => entry[2..]);

    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>Checks form, registering authority, region, organisation code and check character.</summary>
    /// <param name="value">The code as typed.</param>
    /// <returns>The result.</returns>
    public static Checked Check(string value)
    {
        ArgumentNullException.ThrowIfNull(value);
        var code = Normalization.Of(value);
        if (code.Length != 18) return Checked.No($"统一社会信用代码应为 18 位，实为 {code.Length} 位");
        for (var index = 0; index < 18; index++)
        {
            if (!Alphabet.Contains(code[index], StringComparison.Ordinal)) return Checked
                .No($"第 {index + 1} 位“{code[index]}”不是允许的字符（不用 I、O、S、V、Z）");
        }

        if (!Categories.TryGetValue(code[0], out var categories)) return Checked.No($"第 1 位“{code[0]}”不是登记管理部门代码", code);
        if (!categories.Contains(code[1], StringComparison.Ordinal))
        {
            return Checked.No($"第 2 位“{code[1]}”不是登记管理部门“{code[0]}”的机构类别代码", code);
        }

        if (code.AsSpan(2, 6).IndexOfAnyExceptInRange('0', '9') >= 0 || !IsRegion(code))
        {
            return Checked.No($"第 3 至 8 位“{code[2..8]}”不是行政区划代码", code);
        }

        var expected = CheckCharacter(code);
        if (expected != code[17]) return Checked.No($"校验码应为 {expected}，实为 {code[17]}", code);
        var organisation = OrganisationCode.Check(code[8..17]);
        return organisation.Valid ? Checked.Ok(code) : Checked.No($"第 9 至 17 位的组织机构代码：{organisation.Reason}", code);
    }

    /// <summary>Whether characters are a code with both its check characters, for scanning.</summary>
    internal static bool IsPlausible(ReadOnlySpan<char> code)
    {
        if (code.Length != 18 || !Categories.ContainsKey(char.ToUpperInvariant(code[0]))) return false;
        return Check(new string(code)).Valid;
    }

    // 100000 is the whole country: organs of the State Council register there.
    private static bool IsRegion(string code) => code.AsSpan(2, 6) is "100000" || IdentityCard.IsProvince(code[2], code[3]);

    /// <summary>The check character of the first 17 characters; a remainder of 0 gives 0, not 31.</summary>
    /// <param name="code">At least 17 characters of the alphabet.</param>
    /// <returns>A character of the alphabet.</returns>
    public static char CheckCharacter(ReadOnlySpan<char> code)
    {
        var sum = 0;
        for (var index = 0; index < Weights.Length; index++) sum += Alphabet
            .IndexOf(code[index], StringComparison.Ordinal) * Weights[index];
        return Alphabet[(31 - (sum % 31)) % 31];
    }
}
