using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Packs;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>Every fact has a line of its own that says what it did to the period and under which article.</summary>
public sealed class FactLineTests
{
    private const ConsultedParty Organ = ConsultedParty.Organ;

    private const string Practice = "当日不计、自次日起算为通行做法";

    private const string Fee = "条例第四十二条、国办函〔2020〕109号";

    [Fact]
    public void A_consultation_is_told_from_the_letter_to_the_opinion_and_a_late_opinion_after_the_silence()
        => Told(Limits.Reply,
            [
                Received.On("2026-03-02"), ConsultationSent.On("2026-03-05", with: "甲公司"),
                ConsultationDelivered.On("2026-03-09", with: "甲公司"), ConsultationAnswered.On("2026-03-12", with: "甲公司"),
                ConsultationSent.On("2026-03-13", party: Organ), ConsultationDelivered.On("2026-03-16", party: Organ),
                ConsultationAnswered.On("2026-04-08", party: Organ), Extended.On("2026-04-09", 5), Delayed.On("2026-04-10", 3),
                Decided.On("2026-04-13"),
            ],
            $"03-02 收到，当日不计（制度第三条；{Practice}）",
            "03-05 发出征求意见书（甲公司），至答复或期满前不计入期限（条例第三十二条、第三十三条第三款）",
            "03-09 征求意见书送达（甲公司），2026-03-30 期满（条例第三十二条、第三十三条第三款）",
            "03-12 收到甲公司的意见，期限继续计算（条例第三十二条、第三十三条第三款）",
            "03-13 发出征求意见书（其他行政机关），至答复或期满前不计入期限（条例第三十三条第三款、第三十四条）",
            "03-16 征求意见书送达（其他行政机关），2026-04-07 期满（条例第三十三条第三款、第三十四条）",
            "04-07 期满未收到其他行政机关的意见，视为同意公开（条例第三十四条）",
            "04-08 收到其他行政机关逾期的意见（条例第三十三条第三款、第三十四条）",
            "04-09 决定延长 5 个工作日，并告知申请人（条例第三十三条第二款）",
            "04-10 确定在第三十三条的期限之外延迟 3 个工作日答复，并告知申请人（条例第三十五条）",
            "04-13 作出答复或者决定，期限终止（制度第三条）");

    [Fact]
    public void A_correction_and_a_fee_are_told_from_the_notice_to_the_new_period()
        => Told(Limits.Reply,
            [
                Received.On("2026-03-02"), CorrectionRequested.On("2026-03-04", days: 5), CorrectionReceived.On("2026-03-06"),
                FeeNotified.On("2026-03-10"), FeePaid.On("2026-03-12"), Withdrawn.On("2026-03-13"),
            ],
            $"03-02 收到，当日不计（制度第三条；{Practice}）",
            "03-04 发出补正告知书，期限停止计算，自收到补正后的申请之日起重新计算（条例第三十条）",
            $"03-06 收到补正后的申请，期限重新计算，当日不计（条例第三十条；{Practice}）",
            $"03-10 送达收费通知，期限停止计算；应于 2026-04-08 前（含当日）缴费，逾期视为放弃申请（{Fee}）",
            $"03-12 完成缴费，期限重新计算，当日不计（{Fee}；缴费后重新计算为实践做法；{Practice}）",
            "03-13 申请人撤回，期限终止（制度第三条）");

    [Fact]
    public void Where_a_pack_lets_the_period_run_on_the_line_says_so()
    {
        var spans = ReplySpans.National with
        {
            Correction = ReplySpans.National.Correction with { Effect = LimitEffect.Pauses },
            FeePayment = ReplySpans.National.FeePayment with { Effect = LimitEffect.Pauses },
        };
        Fact[] facts =
        [
            Received.On("2026-03-02"), CorrectionRequested.On("2026-03-04"), CorrectionReceived.On("2026-03-06"),
            FeeNotified.On("2026-03-10"), FeePaid.On("2026-03-12"),
        ];
        var (reading, lines) = new DeadlineClock(WorkingCalendar.Embedded, Limits.Reply, spans).Explain(facts, Day.Of("2026-03-13"));
        Assert.Equal(["03-06 收到补正后的申请，期限继续计算（条例第三十条）", $"03-12 完成缴费，期限继续计算（{Fee}；缴费后重新计算为实践做法）"],
            lines.Where(line => line.Kind == ExplanationKind.Fact && line.Text.Contains("继续", StringComparison.Ordinal)).Select(Line));
        Assert.Equal((Day.Of("2026-03-02"), Day.Of("2026-04-03")), (reading.Start!.Value, reading.Due!.Value));
        Assert.Equal(["03-05–03-06 等待补正，2 个工作日不计入期限", "03-11–03-12 等待缴费，2 个工作日不计入期限"],
            lines.Where(line => line.Kind == ExplanationKind.Excluded).Select(line => $"{line.From:MM-dd}–{line.To:MM-dd} {line.Text}"));
    }

    [Fact]
    public void An_obstacle_is_told_and_publishing_ends_it()
    {
        var limit = Limits.Of("publication", 5, statutory: 20);
        string[] first =
        [
            $"03-02 信息形成，当日不计（制度第三条；{Practice}）", "03-04 因特殊原因不能按时公开，待原因消除后立即公开；法定期限不因此停止（制度第三条）",
            "03-11 特殊原因消除，应当立即公开（制度第三条）",
        ];
        Fact[] facts = [Formed.On("2026-03-02"), Blocked.On("2026-03-04")];
        Told(limit, [.. facts, Unblocked.On("2026-03-11"), Published.On("2026-03-12")], [.. first, "03-12 公开发布，期限终止（制度第三条）"]);
        Told(limit, [.. facts, Published.On("2026-03-11")], [.. first, "03-11 公开发布，期限终止（制度第三条）"]);
    }

    [Fact]
    public void A_letter_that_closes_a_lapsed_application_stands_after_the_lapse()
        => Told(Limits.Reply, [Received.On("2026-03-02"), FeeNotified.On("2026-03-09"), Decided.On("2026-04-20")],
            $"03-02 收到，当日不计（制度第三条；{Practice}）",
            $"03-09 送达收费通知，期限停止计算；应于 2026-04-07 前（含当日）缴费，逾期视为放弃申请（{Fee}）",
            $"04-07 逾期未缴费，视为放弃申请，不再处理（{Fee}）",
            "04-20 作出答复或者决定（制度第三条）");

    [Fact]
    public void A_transfer_while_the_clock_waits_starts_nothing()
    {
        Fact[] facts =
        [
            Received.On("2026-03-02"), CorrectionRequested.On("2026-03-04"), Transferred.On("2026-03-05"),
            CorrectionReceived.On("2026-03-18"),
        ];
        Told(Limits.Of("application.draft", 10), facts,
            $"03-02 收到，当日不计（制度第三条；{Practice}）",
            "03-04 发出补正告知书，期限停止计算，自收到补正后的申请之日起重新计算（条例第三十条）",
            "03-05 转交业务科室；期限仍停止计算（制度第三条）",
            $"03-18 收到补正后的申请，期限重新计算，当日不计（条例第三十条；{Practice}）");
    }

    [Fact]
    public void A_second_change_before_the_first_is_done_is_told_and_puts_nothing_off()
    {
        var limit = Limits.Of("catalogue.update", 5);
        Told(limit, [Changed.On("2026-03-02"), Changed.On("2026-03-04"), Updated.On("2026-03-06"), Changed.On("2026-03-10")],
            $"03-02 信息内容变化，当日不计（制度第三条；{Practice}）",
            "03-04 信息内容变化；2026-03-02 起算的事项尚未办结，期限不因此推后（制度第三条）",
            "03-06 更新，期限终止（制度第三条）",
            $"03-10 信息内容变化，当日不计（制度第三条；{Practice}）");
        var late = limit.Read(Changed.On("2026-03-02"), Updated.On("2026-03-10"), Changed.On("2026-03-11"));
        Assert.Equal("2026-03-02 起算的“catalogue.update”应于 2026-03-09 前（含当日）办结，实于 2026-03-10 办结。", Assert.Single(late.Warnings));
        Assert.Empty(limit.Read(Changed.On("2026-03-02"), Updated.On("2026-03-09"), Changed.On("2026-03-11")).Warnings);
    }

    [Fact]
    public void What_is_due_on_the_day_itself_begins_without_a_day_that_is_not_counted()
        => Told(Limits.Of("publication.simultaneous", 0, LimitUnit.Immediate), [Issued.On("2026-03-02"), Published.On("2026-03-02")],
            "03-02 公文制发（制度第三条）", "03-02 公开发布，期限终止（制度第三条）");

    private static void Told(LimitRule limit, Fact[] facts, params string[] lines)
    {
        var (reading, told) = limit.Explain("1990-01-01", facts);
        Assert.Empty(reading.Errors);
        Assert.Equal(lines, told.Where(line => line.Kind == ExplanationKind.Fact).Select(Line));
    }

    private static string Line(ExplanationLine line) => $"{line.From:MM-dd} {line.Text}（{line.Article}）";
}
