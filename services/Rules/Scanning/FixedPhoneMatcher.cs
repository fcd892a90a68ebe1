using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>Recognises fixed phones (固定电话): an area code with its local number and extension, or a local number that a heading or a
/// number before it makes one.</summary>
internal static class FixedPhoneMatcher
{
    private const int MaxExtension = 5;

    private static readonly string[] Extensions = ["转分机", "转", "分机号", "分机", "ext.", "ext", "EXT", "Ext.", "#", "＃", "*"];

    /// <summary>The first groups that make a fixed phone.</summary>
    /// <param name="text">The text.</param>
    /// <param name="run">The digits.</param>
    /// <param name="before">The find directly before, to which a second local number may be joined.</param>
    /// <param name="floor">First character that may belong to it.</param>
    public static Match? TryMatch(string text, DigitRun run, Match? before, int floor)
        => WithArea(text, run, floor) ?? Abroad(text, run) ?? Local(text, run, before);

    private static Match? WithArea(string text, DigitRun run, int floor)
    {
        if (run.Of(1)[0] != '0') return null;
        var area = AreaLength(run.All);
        if (area == 0) return null;
        for (var groups = 1; groups <= run.Groups; groups++)
        {
            var digits = run.Of(groups);
            var local = digits.Length - area;
            if (local > 8) break;
            if (local < 7 || (local == 7 && (area == 3 || IsEighth(run, groups)))) continue;
            var bracketed = run.Length(0) == area && (run.Behind(0) & Joint.Bracket) != 0;
            if (digits[area] < '2' && !bracketed) continue;
            var heading = run.Heading(digits.Length);
            if (heading is Heading.Organisation or Heading.Code or Heading.Number or Heading.Amount
                || Surroundings.IsAmount(text, run.End(groups))
                || Surroundings.IsPartOfCode(text, run.Start(0), run.End(1), floor)) return null;
            if (!IsShape(run, groups, area, heading == Heading.Phone)) continue;
            var start = run.Start(0);
            if (bracketed && start > floor && text[start - 1] is '(' or '（' or '[' or '【' or '［') start--;
            return Match.Between(SensitiveKind.FixedPhone, start, Extension(text, run.End(groups)));
        }

        return null;
    }

    // 0851 2822 556|6: one digit of the next group still belongs to it.
    private static bool IsEighth(DigitRun run, int groups) => groups < run.Groups && run.Length(groups) == 1
        && run.Behind(groups - 1) == Joint.None;

    // +86-857-8222293, +86 (10) 62345678: the country's code stands for the zero.
    private static Match? Abroad(string text, DigitRun run)
    {
        var start = run.Start(0);
        if (start < 3 || run.Of(1)[0] is '0' or '1' && run.Of(1) is not ['1', '0', ..] || !IsAfterCountry(text, start)) return null;
        for (var groups = 1; groups <= run.Groups; groups++)
        {
            var digits = run.Of(groups);
            var area = digits[0] is '1' or '2' ? 2 : 3;
            if (digits.Length - area > 8) break;
            if (digits.Length - area is not (7 or 8) || (area == 2 && digits.Length != 10) || digits[area] < '2') continue;
            return Match.Between(SensitiveKind.FixedPhone, start, Extension(text, run.End(groups)));
        }

        return null;
    }

    private static bool IsAfterCountry(string text, int start)
    {
        var at = start;
        while (at > 0 && start - at < 4 && (Joints.Of(text[at - 1]) & (Joint.Space | Joint.Dash | Joint.Bracket)) != 0) at--;
        if (at == start || at < 3 || text[at - 1] != '6' || text[at - 2] != '8') return false;
        return text[at - 3] is '+' or '＋' or '(' or '（'
            || (text[at - 3] == '0' && at > 3 && text[at - 4] == '0' && (at == 4 || !Characters.IsDigit(text[at - 5])));
    }

    // 0857-8222293/8222294, 电话：8222293: the area is known or told before.
    private static Match? Local(string text, DigitRun run, Match? before)
    {
        var groups = run.Length(0) is 3 or 4 && run.Groups > 1 && run.Length(1) == 4 && run.Behind(0) is Joint.Dash or Joint.Space ? 2 : 1;
        var digits = run.Of(groups);
        if (digits.Length is not (7 or 8) || digits[0] < '2' || run.IsFollowed(groups)) return null;
        if (groups == 1 && run.Groups > 1 && (run.Behind(0) & (Joint.Dash | Joint.Dot)) != 0 && run.Length(1) > MaxExtension) return null;
        var (start, end) = (run.Start(0), run.End(groups));
        if (IsJoined(text, before, start) || (run.Heading(digits.Length) == Heading.Phone
            && !Surroundings.IsAmount(text, end)))
        {
            return Match.Between(SensitiveKind.FixedPhone, start, Extension(text, end));
        }

        return null;
    }

    private static bool IsJoined(string text, Match? before, int start)
    {
        if (before is not { Kind: SensitiveKind.FixedPhone } phone || start - phone.End is < 1 or > 3) return false;
        var between = text.AsSpan(phone.End, start - phone.End).Trim();
        return between is "" or "-" or "－" or "—" or "至" or "/" or "／" or "、" or "," or "，" or "或" or "和" or ";" or "；" or "\\";
    }

    private static bool IsShape(DigitRun run, int groups, int area, bool named)
    {
        if (groups == 1) return true;
        var within = run.Within(groups);
        if ((within & ~Joints.OfPhones) != 0 || ((within & Joint.LineEnd) != 0 && !named
            && (groups > 2 || run.Length(0) != area))) return false;
        if (named) return true;
        if (groups == 2) return run.Length(0) == area || (run.Length(0) > area && run.Behind(0) != Joint.Space);

        // Three figures of a table stand apart by spaces; a number in three groups has its hyphen.
        return groups == 3 && run.Length(0) == area && run.Behind(0) != Joint.Space && run.Length(1) is 3 or 4 && run.Length(2) == 4;
    }

    // 010, 020 to 029 without 026, and four digits from 03 to 09.
    private static int AreaLength(ReadOnlySpan<char> digits) => digits switch
    {
        ['0', '1', '0', ..] => 3,
        ['0', '2', not '6', ..] => 3,
        ['0', >= '3', not '0', ..] => 4,
        _ => 0,
    };

    // -801, 转801, 分机801, /801.
    private static int Extension(string text, int end)
    {
        var at = end;
        while (at < text.Length && at - end < 2 && text[at] == ' ') at++;
        var word = Array.Find(Extensions, word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0);
        if (word is not null) at += word.Length;
        else if (at == end && at < text.Length && (Joints.Of(text[at]) & (Joint.Dash | Joint.Slash)) != 0) at++;
        else return end;
        while (word is not null && at < text.Length && text[at] is ' ' or ':' or '：') at++;
        var last = at;
        while (last < text.Length && Characters.IsDigit(text[last])) last++;
        return last - at is > 0 and <= MaxExtension ? last : end;
    }
}
