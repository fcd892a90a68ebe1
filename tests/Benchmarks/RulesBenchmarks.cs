using System.Text;
using BenchmarkDotNet.Attributes;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Scanning;

namespace Disclosure.Benchmarks;

/// <summary>Bars: adding 20 working days 100 ns, a fold of ten facts 1 µs and with explanation 20 µs, a scan of 1 MB 20 ms.</summary>
[MemoryDiagnoser]
public class RulesBenchmarks
{
    private static readonly DateOnly Received = new(2026, 2, 10);

    private static readonly Fact[] TenFacts =
    [
        new(FactKind.Received, Received),
        new(FactKind.CorrectionRequested, new(2026, 2, 12)),
        new(FactKind.CorrectionReceived, new(2026, 3, 2)),
        new(FactKind.ConsultationSent, new(2026, 3, 4)),
        new(FactKind.ConsultationSent, new(2026, 3, 5), Party: ConsultedParty.Organ),
        new(FactKind.ConsultationAnswered, new(2026, 3, 12)),
        new(FactKind.ConsultationAnswered, new(2026, 3, 16), Party: ConsultedParty.Organ),
        new(FactKind.Extended, new(2026, 4, 1), 20),
        new(FactKind.Drafted, new(2026, 4, 10)),
        new(FactKind.Decided, new(2026, 4, 20)),
    ];

    private WorkingCalendar calendar = null!;
    private DeadlineClock clock = null!;
    private string text = null!;
    private string dense = null!;

    /// <summary>Loads what is measured against.</summary>
    [GlobalSetup]
    public void Setup()
    {
        calendar = WorkingCalendar.Embedded;
        var pack = RulePacks.Load()["bijie"];
        clock = new DeadlineClock(calendar, pack.Limit(LimitCodes.Reply)!, ReplySpans.From(pack.Limits));
        if (clock.Read(TenFacts, Received).Errors.Count > 0) throw new InvalidOperationException("The facts are not lawful.");
        this.text = Document(1024 * 1024);
        dense = Dense(1024 * 1024);
    }

    [Benchmark]
    public DateOnly AddTwentyWorkingDays() => calendar.AddWorkingDays(Received, new WorkingDays(20)).Date;

    [Benchmark]
    public ClockReading FoldTenFacts() => clock.Read(TenFacts, Received);

    [Benchmark]
    public ExplainedReading FoldAndExplainTenFacts() => clock.Explain(TenFacts, Received);

    [Benchmark]
    public int ScanOneMegabyte() => SensitiveDataScanner.Scan(this.text).Count;

    [Benchmark]
    public int ScanOneDenseMegabyte() => SensitiveDataScanner.Scan(dense).Count;

    // An official document: prose with dates, amounts and document numbers, and personal data in every twentieth paragraph.
    private static string Document(int bytes) => Fill(bytes, number =>
        $"第{number % 90}条 根据《中华人民共和国政府信息公开条例》（国令第711号）和国办函〔2020〕109号，本机关于2026年{(number % 12) + 1}月收到申请共计{number}件，"
        + $"涉及金额{number * 137}.50元，均已在规定的20个工作日内答复申请人并归档备查，现将有关情况予以公开。\n"
        + (number % 20 == 0 ? "联系人张三，电话13812345678，邮箱zhang@example.cn，家住高台县南华镇永进村三社8号。\n" : ""));

    // A list of people, as leaks look: name, identity card, mobile phone, bank card, fixed phone, address and e-mail in every line.
    private static string Dense(int bytes) => Fill(bytes, number =>
        $"李四{number},11010519491231002X,1381234{number % 10000:0000},6222021234567894,0936-66212{number % 100:00},"
        + $"高台县南华镇永进村{(number % 9) + 1}社{number % 99}号,user{number}@example.cn\n");

    private static string Fill(int bytes, Func<int, string> line)
    {
        var text = new StringBuilder();
        for (var (number, written) = (0, 0); ; number++)
        {
            var next = line(number);
            written += Encoding.UTF8.GetByteCount(next);
            if (written > bytes) return text.ToString();
            text.Append(next);
        }
    }
}
