using System.Buffers;
using System.Collections.Frozen;
using Disclosure.Rules.Identifiers;

namespace Disclosure.Rules.Scanning;

/// <summary>Reads the heading of a number: the nearest word that names it, looked for backwards over what may stand between.</summary>
internal static class Headings
{
    /// <summary>Two numbers of eighteen digits and the words around them; the bound keeps scanning linear.</summary>
    public const int Window = 56;

    // Between a heading and its number: 号码为：（, and earlier numbers of the same list.
    private static readonly SearchValues<char> Between = SearchValues.Create(
        "0123456789０１２３４５６７８９XxＸｘ 　\t\r\n:：=＝-－—–.．·()（）[]【】〔〕“”\"'‘’「」*#＃、,，;；/／|｜+＋_号码编为是系及和与或者分别如下填写№Ｎo");

    // One word per kind would be shorter, but 监督 13812345678 is a phone and 监督码 is none: a word is here only when it names the number.
    private static readonly (Heading Heading, string Words)[] Known =
    [
        (Heading.Identity, "身份证 证件 身份证件 身份证明 公民身份 居民身份 身份号 居住证 居留证 身份证编号 证件编号 身份编号"),
        (Heading.Bank, "银行卡 银行账 银行帐 卡号 账号 帐号 账户 帐户 借记卡 储蓄卡 信用卡 贷记卡 社保卡 一卡通 一折通 存折 卡 收款账 工资卡"),
        (Heading.Phone, "电话 手机 座机 固话 联系方式 联系 热线 传真 致电 拨打 微信 话 Tel TEL tel Phone phone Mobile mobile Fax FAX"),
        (Heading.Travel, "护照 通行证 回乡证 台胞证 旅行证 海员证 Passport passport PASSPORT"),
        (Heading.Officer, "军官证 士兵证 士官证 警官证 军人证 文职干部证 军人身份证 军人身份证件 武警证 退役军人证 学员证 离休干部证"),
        (Heading.Organisation, "信用代码 社会信用 机构代码 代码 纳税人识别 税号 识别码 标识码"),
        (Heading.Code, "登记号 注册号 登记证 许可证 许可 执照 备案 公网安备 网安备 ICP备 条码 条形码 商品码 监管码 "
            + "追溯码 监督码 产权 不动产权 不动产权证 产权证 宗地 地块 案号 发票 文号 索引 字第 批准文 准字 检疫证 合格证 图号 车架 发动机 表号 户号 保单 邮编 邮政编码 "
            + "项目代码 项目编号 合同 合同编号 决定书 决定书编号 许可编号 许可证编号 备案编号 登记编号 资质证书 资质 资质证书编号"),
        (Heading.Number, "编号 证号 单号 订单 流水 票号 序号 序列号 批号 货号 型号 凭证 档案号 工号 学号 QQ qq 第"),
        (Heading.Amount, "金额 合计 总额 总计 共计 面积 人口 余额 总值 投资 预算 税额 拨款 产值 ￥ ¥ $ 人民币 累计"),
    ];

    private static readonly FrozenDictionary<char, (string Word, Heading Heading)[]> ByLast = Known
        .SelectMany(known => known.Words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (Word: word, known.Heading)))
        .GroupBy(known => known.Word[^1])
        .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(known => known.Word.Length).ToArray());

    // A paper's words within the clause before 编号: 施工许可证（副本）编号.
    private const int Clause = 20;

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，。；、,;\n\t|0123456789");

    private static readonly string[] Papers = ["许可", "执照", "备案", "条码", "条形码", "信用代码", "施工", "规划", "决定书", "合同", "登记证", "产权"];

    /// <summary>The heading of a number: before it in the text, or above it in its column.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">First character of the number.</param>
    /// <param name="digits">Its digits: earlier numbers between it and a heading count only when they are as long.</param>
    public static Heading Of(string text, int start, int digits)
    {
        var before = Before(text, start, digits);
        if (before is not (Heading.None or Heading.Serial)) return before;
        var above = Columns.HeadingAbove(text, start, digits);
        return above == Heading.None ? before : above;
    }

    /// <summary>The heading before a number.</summary>
    public static Heading Before(string text, int start, int digits)
    {
        var (weak, passed, lines) = (Heading.None, 0, 0);
        var lowest = Math.Max(0, start - Window);
        for (var at = start; at > lowest;)
        {
            if (!IsFigure(text[at - 1]) && At(text, at) is { } known
                && (passed == 0 || Math.Abs(passed - digits) <= 1 || passed == 2 * digits))
            {
                // 许可证编号, 身份证号: the words before say more.
                if (known.Heading != Heading.Number) return known.Heading;
                weak = Heading.Number;
            }

            var character = text[at - 1];

            // 身份证号码（18位）
            if (character == '位' && at > 2 && Characters.IsDigit(text[at - 2]))
            {
                for (at--; at > lowest && Characters.IsDigit(text[at - 1]);) at--;
                continue;
            }

            if (character is '号' && passed == 0 && weak == Heading.None) weak = Heading.Serial;
            if (!Between.Contains(character) && !Characters.IsInvisible(character) && !char.IsWhiteSpace(character)) break;
            if (character == '\n' && ++lines > 1) break;
            if (Characters.IsDigit(character)) passed++;
            at--;
        }

        return weak == Heading.Number && IsOfPaper(text, start) ? Heading.Code : weak;
    }

    // Digits and spaces, of which most of what stands between is made, end no word.
    private static bool IsFigure(char character) => character is ' ' or (>= '0' and <= '9');

    private static bool IsOfPaper(string text, int at)
    {
        var clause = text.AsSpan(Math.Max(0, at - Clause), Math.Min(Clause, at));
        clause = clause[(clause.LastIndexOfAny(ClauseEnds) + 1)..];
        foreach (var paper in Papers)
        {
            if (clause.Contains(paper, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static (string Word, Heading Heading)? At(string text, int end)
    {
        if (!ByLast.TryGetValue(text[end - 1], out var words)) return null;
        foreach (var known in words)
        {
            if (end >= known.Word.Length && string.CompareOrdinal(text, end - known.Word.Length, known.Word, 0, known.Word.Length) == 0)
            {
                return known;
            }
        }

        return null;
    }
}
