using Disclosure.Rules.Scanning;
using static Disclosure.Rules.Scanning.SensitiveKind;

namespace Disclosure.Rules.Tests.Scanning.Bench;

/// <summary>Lines as they stand in published papers, six of ten with something personal in them; the same seed gives the same
/// lines.</summary>
internal sealed class Corpus
{
    private readonly Random random;
    private readonly People people;
    private readonly NearMisses misses;

    private Corpus(int seed)
    {
        this.random = new Random(seed);
        this.people = new People(this.random);
        this.misses = new NearMisses(this.random, this.people);
    }

    public static IReadOnlyList<LabelledLine> Of(int seed, int lines)
    {
        var corpus = new Corpus(seed);
        return [.. Enumerable.Range(0, lines).Select(_ => corpus.Line())];
    }

    private LabelledLine Line() => this.random.Next(20) switch
    {
        0 or 1 or 2 => Sentence(IdentityCard, Identity(), ["身份证号", "身份证号码：", "公民身份号码为", "证件号码：", "身份证："]),
        3 or 4 => Sentence(BankCard, Card(), ["银行卡号", "卡号：", "账号：", "工资卡号为", "收款账户"]),
        5 or 6 => Sentence(MobilePhone, Mobile(), ["电话", "手机：", "联系方式：", "联系电话", "手机号码为"]),
        7 or 8 => Sentence(FixedPhone, Fixed(), ["电话", "办公电话：", "座机：", "传真", "联系电话："]),
        9 => Sentence(LikelyIdentityCard, Mistyped(), ["身份证号", "身份证号码：", "居民身份证号码为"], always: true),
        10 => Other(),
        11 => Several(),
        _ => this.misses.Line(),
    };

    private (string, string, string) Identity() => this.random.Next(12) switch
    {
        0 => Plain(this.people.OldIdentity(), "15 digits"),
        1 => Plain(this.people.OldForeigner(), "3 letters, 12 digits"),
        2 => Parted(this.people.Foreigner(), "foreigner", Separators.OfIdentities, [6, 8], [3, 3, 8]),
        3 => Parted(this.people.Resident(), "resident", Separators.OfIdentities, [6, 8], [6, 4, 4]),
        _ => Parted(this.people.Identity(), "18 digits", Separators.OfIdentities, [6, 8], [6, 4, 4], [6], [10], [14], [17], [3, 3, 4, 4],
            [4, 4, 4, 4], [6, 8, 3]),
    };

    private (string, string, string) Mistyped() => Parted(this.people.Mistyped(), "18 digits, wrong check", [], [6, 8], [6, 4, 4]);

    private (string, string, string) Card()
    {
        var card = this.people.Card();
        return card.Length == 16 ? Parted(card, "16 digits", [Separators.Dot], [4, 4, 4], [6], [4, 4, 4])
            : Parted(card, $"{card.Length} digits", [Separators.Dot], [4, 4, 4, 4], [6], [4, 4, 4]);
    }

    private (string, string, string) Mobile() => this.random.Next(10) switch
    {
        0 => Plain("（" + this.people.Mobile().Insert(3, "）"), "bracketed"),
        1 => Parted(this.people.Mobile(), "11 digits, two parts", [], [5], [6], [7], [3]),
        _ => Parted(this.people.Mobile(), "11 digits", [Separators.Dot], [3, 4], [3, 4], [4, 4], [3, 3]),
    };

    private (string, string, string) Fixed()
    {
        var (area, local) = this.people.Fixed();
        return this.random.Next(6) switch
        {
            0 => Plain($"（{area}）{local}", "bracketed"),
            1 => Plain($"({area}) {local}", "bracketed"),
            2 => Plain(area + local, "solid"),
            3 => Plain($"{area}-{local}{this.people.Pick(["-", "转", "/"])}{this.people.Digits(3)}", "extension"),
            4 => ($"{area}{this.people.Pick([".", "/"])}{local}", "dot or slash", "area apart"),
            _ => Parted(area + local, "area apart", [], [area.Length]),
        };
    }

    private LabelledLine Other() => this.random.Next(3) switch
    {
        0 => Sentence(OtherDocument, Plain(this.people.Passport(), "passport"), ["护照号码：", "护照号", "持护照"], always: true),
        1 => Sentence(Email, Plain(Mailbox(), "e-mail"), ["邮箱", "电子邮箱：", "E-mail: "], always: true),
        _ => Sentence(Address, Plain(Home(), "address"), ["家住", "住址：", "现住"], always: true),
    };

    private string Mailbox() => this.people.Pick(["zhang", "li_si", "wgj.bgs", "office2"]) + this.people.Digits(3) + "@"
        + this.people.Pick(["163.com", "qq.com", "example.gov.cn"]);

    private string Home() => this.people.Pick(["某某县城关镇解放村", "某某区和平街道桃园村", "某某县南山镇上坝村"])
        + this.people.Pick(["三组", "5组", "二社8号"]);

    // Numbers of one person side by side, also with nothing between them.
    private LabelledLine Several()
    {
        var between = this.people.Pick(["", "，", "、", " ", "/", "\t", "；"]);
        return new LineWriter().Say(this.people.Name())
            .Plant(IdentityCard, Plain(this.people.Identity(), "beside another")).Say(between)
            .Plant(MobilePhone, Plain(this.people.Mobile(), "beside another")).Say(this.people.Pick(["", "。",
                "（已核）"])).Line($"several, “{between}”");
    }

    private LabelledLine Sentence(SensitiveKind kind, (string, string, string) number, string[] headings, bool always = false)
    {
        var heading = always || this.random.Next(3) > 0 ? this.people.Pick(headings) : "";
        if (always is false && this.random.Next(12) == 0) return Table(kind, number, headings[0]);
        return (this.random.Next(heading.Length == 0 ? 3 : 4) switch
        {
            0 => new LineWriter().Say($"{this.people.Name()}，{heading}").Plant(kind, number).Say("，符合条件。"),
            1 => new LineWriter().Say($"{this.people.Name()}（{heading}").Plant(kind, number).Say("）"),
            2 => new LineWriter().Say($"{this.random.Next(1, 99)}\t{this.people.Name()}\t{heading}").Plant(kind, number).Say("\t通过"),
            _ => new LineWriter().Say(heading).Plant(kind, number).Say(this.people.Pick(["", "。", "（请核对）"])),
        }).Line(heading.Length == 0 ? "without heading" : "with heading");
    }

    // The words that name the number stand in the first line of a table only.
    private LabelledLine Table(SensitiveKind kind, (string, string, string) number, string heading)
    {
        var edge = this.people.Pick(["\t", " | ", "|"]);
        return new LineWriter().Say($"序号{edge}姓名{edge}{heading}{edge}金额（元）\n1{edge}{this.people.Name()}{edge}").Plant(kind, number)
            .Say($"{edge}{this.random.Next(100, 9000)}\n2{edge}{this.people.Name()}{edge}无{edge}9")
            .Line("table with a heading");
    }

    private static (string, string, string) Plain(string text, string form) => (text, "none", form);

    private (string, string, string) Parted(string digits, string form, (string Name, string Text)[] more, params int[][] groups)
    {
        if (this.random.Next(4) == 0) return this.random.Next(4) == 0 ? (FullWidth(digits), "full width", form) : Plain(digits, form);
        var separator = this.people.Pick([.. Separators.Any, .. more]);

        // Nobody types only one.
        if (this.random.Next(12) == 0) return Mixed(digits, form, this.people.Pick(groups));

        // A line ends once within a number.
        var lengths = separator.Name is "line end" or "crlf" ? [this.people.Pick(groups)[0]] : this.people.Pick(groups);
        return (Separators.Between(digits, separator.Text, lengths), separator.Name, form);
    }

    private (string, string, string) Mixed(string digits, string form, int[] lengths)
    {
        var text = Separators.Between(digits, "\u0001", lengths);
        while (text.IndexOf('\u0001', StringComparison.Ordinal) is >= 0 and var at)
        {
            text = text.Remove(at, 1).Insert(at, this.people.Pick(Separators.Any[..^2]).Text);
        }

        return (text, "mixed", form);
    }

    private static string FullWidth(string digits) => string.Concat(digits.Select(character => (char)(character + 0xFEE0)));
}
