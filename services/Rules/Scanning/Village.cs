namespace Disclosure.Rules.Scanning;

/// <summary>A village below its township (南华镇永进村).</summary>
internal static class Village
{
    // Names of villages are short; longer gaps are sentences.
    private const int MaxName = 5;

    // 各村, 全村, 三个村, 农村: not the name of one.
    private const string NoNames = "各全个多两几该本此某每农乡驻";

    // 村委会, 村民, 村级: speaks of the village, not of where somebody lives; 村路, 村镇: the name goes on.
    private const string GoesOn = "委民级干支庄镇乡路街巷道";

    private static readonly string[] Kinds = ["行政", "自然", "中心", "贫困", "示范", "试点", "城中", "文明", "先进", "重点"];

    public static bool Ends(string text, int at)
    {
        if (at + 1 < text.Length && GoesOn.Contains(text[at + 1], StringComparison.Ordinal)) return false;
        var lowest = Math.Max(1, at - MaxName - 1);
        for (var position = at - 1; position >= lowest; position--)
        {
            if (text[position] is '镇' or '乡' || (text[position] == '道' && text[position - 1] == '街')) return IsName(text
                .AsSpan(position + 1, at - position - 1));
            if (text[position] is < '\u4E00' or > '\u9FFF') return false;
        }

        return false;
    }

    private static bool IsName(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty || NoNames.Contains(name[^1], StringComparison.Ordinal)) return false;
        foreach (var kind in Kinds)
        {
            if (name.EndsWith(kind, StringComparison.Ordinal)) return false;
        }

        return true;
    }
}
