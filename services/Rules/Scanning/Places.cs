using System.Buffers;

namespace Disclosure.Rules.Scanning;

/// <summary>Words of places that have door numbers (路、街、巷、小区、花园…).</summary>
internal static class Places
{
    private const int MaxGap = 6;

    private static readonly SearchValues<char> Ways = SearchValues.Create("镇乡村路街巷道苑园区寓庄屯寨院厦城府同里");
    private static readonly SearchValues<char> Numerals = SearchValues.Create("0123456789０１２３４５６７８９一二三四五六七八九十百零〇-－号弄社组栋幢单元楼室");

    // 道路运输管理局3号, 人民政府5号: an organ stands between the way and the number.
    private static readonly SearchValues<char> Organs = SearchValues.Create("局府会司部处所厅办委院");

    private const int MaxNumerals = 16;

    /// <summary>Whether a place may stand near the end of a text; cheap, and true too often.</summary>
    public static bool MayPrecede(ReadOnlySpan<char> before)
        => before[Math.Max(0, before.Length - MaxNumerals - MaxGap)..].ContainsAny(Ways);

    /// <summary>Whether a text ends in a place and a numeral, with at most a few characters and no organ between.</summary>
    public static bool EndsWithPlace(ReadOnlySpan<char> before)
    {
        var name = before[..(before.LastIndexOfAnyExcept(Numerals) + 1)];
        var way = name.LastIndexOfAny(Ways);
        while (way > 0)
        {
            var gap = name[(way + 1)..];
            if (gap.Length > MaxGap || gap.IndexOfAny(Organs) >= 0) return false;
            if (IsPlace(name, way)) return true;
            way = name[..way].LastIndexOfAny(Ways);
        }

        return false;
    }

    private static bool IsPlace(ReadOnlySpan<char> name, int at) => name[at] switch
    {
        '区' => name[at - 1] is '小' or '社',
        '园' => name[at - 1] is '花' or '家' or '嘉' or '庄' or '佳' or '雅' or '名' or '新' or '华' or '御' or '公',
        '寓' => name[at - 1] == '公',
        '院' => name[at - 1] is '大' or '属' or '小' or '号' || char.IsAsciiDigit(name[at - 1]),
        '厦' => name[at - 1] == '大',
        '城' => name[at - 1] is '新' or '名' or '都',
        '府' => name[at - 1] is '华' or '公' or '首' or '名',
        '同' => name[at - 1] == '胡',
        '里' => name[at - 1] is not ('公' or '这' or '那' or '平'),
        _ => true,
    };
}
