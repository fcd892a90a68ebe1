using System.Globalization;

namespace Disclosure.Rules.Tests.Scanning.Bench;

/// <summary>Lines without anything personal, full of numbers.</summary>
internal sealed class NearMisses(Random random, People people)
{
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    public LabelledLine Line()
    {
        var (origin, text) = random.Next(23) switch
        {
            0 => ("credit code of digits", $"{people.Pick(["统一社会信用代码：", "", "某某公司（"])}{CreditCode("91", people.Digits(8))}"),
            1 => ("credit code", $"信用代码{CreditCode(people.Pick(["91", "92", "12", "11"]), "MA6" + people.Digits(5))}，法定代表人{people.Name()}"),
            2 => ("police record", $"贵公网安备{people.Digits(14)}号"),
            3 => ("bar code", $"{people.Pick(["条码", "商品条形码：", "产品"])}69{people.Digits(11)}"),
            4 => ("permit", $"建字第520502{Date("yyyyMM")}{people.Digits(3)}号"),
            5 => ("permit", $"{people.Pick(["施工许可证编号", "建筑工程施工许可证：", "许可证编号为"])}520502{Date("yyyyMMdd")}{people.Digits(4)}"),
            6 => ("amount", $"{people.Pick(["金额", "投资", "共安排", ""])}{people.Digits(random.Next(11, 14)).TrimStart('0')}元"),
            7 => ("amount", $"合计{random.Next(1, 99)},{people.Digits(3)},{people.Digits(3)},{people.Digits(3)}.{people.Digits(2)}元"),
            8 => ("document number", $"{people.Pick(["毕府发", "国办函", "甘文旅"])}〔{random.Next(2008, 2026)}〕{random.Next(1, 200)}号，"
                + $"{Date("yyyy年M月d日")}印发"),
            9 => ("index number", $"索引号：{people.Digits(9)}/{random.Next(2008, 2026)}-{people.Digits(5)}"),
            10 => ("dates", $"{Date("yyyy-MM-dd")}至{Date("yyyy-MM-dd")}，{Date("yyyyMMdd")}，{Date("yyyy.MM.dd")} 09:30"),
            11 or 12 => ("table", string.Join(people.Pick([" ", "\t", "  ", " | "]),
                Enumerable.Range(0, random.Next(4, 12)).Select(_ => Figure()))),
            13 => ("table", string.Join('\n', Enumerable.Range(0, 4).Select(_
                => $"{people.Pick(["城关镇", "南山镇", "和平街道"])} {Figure()} {Figure()} {Figure()}"))),
            14 => ("order", $"{people.Pick(["订单编号", "流水号：", "编号"])}{people.Digits(random.Next(11, 20))}"),
            15 => ("project", $"项目代码{random.Next(2015, 2026)}-520502-{people.Digits(2)}-{people.Digits(2)}-{people.Digits(6)}"),
            16 => ("coordinates", $"东经{random.Next(75, 135)}.{people.Digits(8)}，北纬{random.Next(18, 53)}.{people.Digits(8)}"),
            17 => ("office number", people.Pick(["受理号：", "受理编号", "案卷号", "档号"]) + Serial(random.Next(2, 5))),
            18 => ("copy of a permit", people.Pick(["食品经营许可证（副本）编号：", "建设工程规划许可证证号", "营业执照（正本）注册号："])
                + Serial(4)),
            19 => ("table of organisations", "单位\t统一社会信用代码\t许可证编号\n"
                + $"某某公司\t{CreditCode("91", people.Digits(8))}\t{Serial(4)}"),
            20 => ("table of amounts", $"项目|金额|面积\n某某工程|{people.Digits(11)}|{people.Digits(11)}"),
            21 => ("invoice", $"发票代码{people.Digits(12)}，发票号码{people.Digits(8)}，校验码{people.Digits(20)}"),
            _ => ("words", people.Pick(["热线12345、12333，国务院令第711号第二十九条", "某某县城关镇人民政府公告2023年第5号", "2019—2023年实施，覆盖10个村、3个街道",
                "标准号GB/T 9704-2012，ISBN 978-7-5013-1234-5"])),
        };
        return new(text, [], origin);
    }

    private string Figure() => random.Next(4) switch
    {
        0 => random.Next(1, 100).ToString(CultureInfo.InvariantCulture),
        1 => random.Next(100, 10_000).ToString(CultureInfo.InvariantCulture),
        2 => $"{random.Next(0, 100)}.{people.Digits(2)}",
        _ => random.Next(1000, 100_000).ToString(CultureInfo.InvariantCulture),
    };

    private string Serial(int digits) => "520502" + Date("yyyyMMdd") + people.Digits(digits);

    private string Date(string format) => new DateOnly(2008, 1, 1).AddDays(random.Next(6_500)).ToString(format,
        CultureInfo.InvariantCulture);

    // GB 32100 and GB 11714 by powers of three and by a search for the character that fits.
    private static string CreditCode(string category, string organisation)
    {
        int[] weights = [3, 7, 9, 10, 5, 8, 4, 2];
        var sum = organisation.Select((character, place) => "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".IndexOf(character,
            StringComparison.Ordinal) * weights[place]).Sum();
        var code = category + "520502" + organisation + "0123456789X0"[(11 - sum % 11) % 12];
        var power = 1;
        var total = 0;
        foreach (var character in code)
        {
            total += CreditAlphabet.IndexOf(character, StringComparison.Ordinal) * power;
            power = power * 3 % 31;
        }

        return code + CreditAlphabet.Single(last => (total + CreditAlphabet.IndexOf(last, StringComparison.Ordinal)) % 31 == 0);
    }
}
