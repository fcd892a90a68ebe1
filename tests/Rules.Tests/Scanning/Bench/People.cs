using System.Globalization;

namespace Disclosure.Rules.Tests.Scanning.Bench;

/// <summary>Makes numbers of people by the standards' own words: residues and doublings instead of the tables that the scanner
/// has.</summary>
internal sealed class People(Random random)
{
    private static readonly string[] Counties =
    [
        "110101", "120103", "130102", "140105", "150102", "210102", "220102", "230103", "310101", "320102", "330106", "340102", "350104",
        "360102", "370102",
        "410102", "420106", "430102", "440103", "450102", "460105", "500103", "510104", "520502", "530102", "540102", "610103", "620723",
        "630102", "640104",
        "650102", "654025", "440781", "522401",
    ];

    // Bank, brand, length; from cards' fronts.
    private static readonly (string Issuer, int Length)[] Issuers =
    [
        ("622202", 19), ("622848", 19), ("621700", 19), ("621661", 19), ("622188", 19), ("621096", 19), ("622588", 16), ("625912", 16),
        ("628388", 16), ("623052", 19),
        ("629876", 18), ("436742", 19), ("456351", 19), ("402673", 16), ("451289", 16), ("524094", 16), ("552245", 16), ("515672", 16),
        ("222155", 16), ("252000", 16),
        ("271234", 16), ("356827", 16), ("810123", 16), ("955880", 19), ("601382", 19), ("603367", 19), ("622909", 18), ("621226", 19),
    ];

    private static readonly string[] Areas = ["010", "020", "021", "022", "023", "027", "028", "029", "0857", "0851", "0936", "0999",
        "0791", "0750", "0571", "0311"];

    public string Identity() => WithCheck(Pick(Counties) + Birthday("yyyyMMdd") + Digits(3));

    public string Resident() => WithCheck(Pick(["810000", "820000", "830000"]) + Birthday("yyyyMMdd") + Digits(3));

    public string Foreigner() => WithCheck("9" + Pick(Counties)[..2] + Pick(["840", "124", "392", "410", "276",
        "036"]) + Birthday("yyyyMMdd") + Digits(3));

    public string OldIdentity() => Pick(Counties) + Birthday("yyMMdd") + Digits(3);

    public string OldForeigner() => Pick(["USA", "CAN", "JPN", "KOR", "DEU", "AUS"]) + Pick(Counties)[..4] + Birthday("yyMMdd") + Digits(2);

    /// <summary>An identity number with another last character than its check asks.</summary>
    public string Mistyped()
    {
        var number = Identity();
        char last;
        do last = "0123456789X"[random.Next(11)];
        while (last == number[17]);
        return number[..17] + last;
    }

    public string Card()
    {
        var (issuer, length) = Pick(Issuers);
        var body = issuer + Digits(length - issuer.Length - 1);
        return body + Enumerable.Range(0, 10).Single(digit => Doubled(body + digit) % 10 == 0).ToString(CultureInfo.InvariantCulture);
    }

    public string Mobile() => "1" + Pick(["30", "31", "35", "36", "38", "39", "47", "50", "51", "58", "59", "66", "76", "77", "80", "82",
        "86", "88", "89", "91", "98", "99"]) + Digits(8);

    public (string Area, string Local) Fixed()
    {
        var area = Pick(Areas);
        return (area, Pick(["2", "3", "5", "6", "7", "8"]) + Digits(area.Length == 3 ? 7 : 6));
    }

    public string Passport() => Pick(["E", "G", "EA", "EJ"]) is { Length: 1 } letter ? letter + Digits(8)
        : "E" + Pick(["A", "B", "K"]) + Digits(7);

    public string Name() => Pick(["王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "欧阳", "买买提"]) + Pick(["伟", "芳", "娜", "秀英", "敏", "静",
        "建国", "丽", "强", "磊"]);

    public string Digits(int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + random.Next(10))));

    public T Pick<T>(IReadOnlyList<T> from) => from[random.Next(from.Count)];

    // MOD 11-2 as ISO 7064 tells it: doubled with each further digit.
    private static string WithCheck(string digits)
    {
        var sum = digits.Aggregate(0, (running, digit) => (running + digit - '0') * 2 % 11);
        return digits + "0123456789X"[(12 - sum) % 11];
    }

    private static int Doubled(string digits)
        => digits.Reverse().Select((digit, place) => (digit - '0') * (place % 2 + 1)).Sum(value => value / 10 + value % 10);

    private string Birthday(string format) => new DateOnly(1935, 1, 1).AddDays(random.Next(23_000)).ToString(format,
        CultureInfo.InvariantCulture);
}
