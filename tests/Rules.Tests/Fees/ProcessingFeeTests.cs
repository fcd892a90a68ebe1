using Disclosure.Rules.Calendar;
using Disclosure.Rules.Deadlines;
using Disclosure.Rules.Fees;
using Disclosure.Rules.Packs;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Fees;

public sealed class ProcessingFeeTests
{
    [Theory]
    [Rule(182)]
    [InlineData(0, 0)]
    [InlineData(10, 0)]
    [InlineData(11, 100)]
    [InlineData(14, 400)]
    [InlineData(30, 2000)]
    [InlineData(31, 2200)]
    [InlineData(40, 4000)]
    [InlineData(41, 4300)]
    [InlineData(45, 5500)]
    [InlineData(50, 7000)]
    [InlineData(51, 7400)]
    [InlineData(100, 37000)]
    public void Items_are_charged_by_progressive_tiers(int items, long amount)
        => Assert.Equal(amount, ProcessingFee.Compute(FeeBasis.Items, items).Amount);

    [Theory]
    [Rule(182)]
    [InlineData(0, 0)]
    [InlineData(30, 0)]
    [InlineData(31, 10)]
    [InlineData(68, 380)]
    [InlineData(70, 400)]
    [InlineData(100, 700)]
    [InlineData(101, 720)]
    [InlineData(200, 2700)]
    [InlineData(201, 2740)]
    [InlineData(250, 4700)]
    public void Pages_are_charged_by_progressive_tiers(int pages, long amount)
        => Assert.Equal(amount, ProcessingFee.Compute(FeeBasis.Pages, pages).Amount);

    [Fact]
    public void Tiers_show_how_the_amount_arises()
        => Assert.Equal(
            [new FeeTier(1, 10, 10, 0, 0), new FeeTier(11, 30, 20, 100, 2000), new FeeTier(31, 40, 10, 200, 2000),
            new FeeTier(41, 45, 5, 300, 1500)],
            ProcessingFee.Compute(FeeBasis.Items, 45).Tiers);

    [Fact]
    public void Items_count_for_one_applicant_in_one_calendar_month()
    {
        var fees = MonthlyCount.Fees(
            Enumerable.Range(0, 11).Select(_ => new ChargeableApplication("甲", new(2026, 3, 31)))
                .Append(new("甲", new(2026, 4, 1))).Append(new("乙", new(2026, 3, 31), Items: 12)));
        Assert.Equal(100, fees[("甲", new(2026, 3, 1))].Amount);
        Assert.Equal(0, fees[("甲", new(2026, 4, 1))].Amount);
        Assert.Equal(200, fees[("乙", new(2026, 3, 1))].Amount);
    }

    [Fact]
    public void A_notice_gives_twenty_working_days_and_lapses_after_them()
    {
        var notice = FeeNotice.Create(WorkingCalendar.Embedded, ProcessingFee.Compute(FeeBasis.Pages, 68), new(2026, 2, 10),
            new(2026, 2, 10));
        Assert.Equal((380L, new CalendarDate(new(2026, 3, 16), false)), (notice.Amount, notice.PayBy!.Value));
        Assert.False(notice.HasLapsed(new(2026, 3, 16), null));
        Assert.True(notice.HasLapsed(new(2026, 3, 17), null));
        Assert.False(notice.HasLapsed(new(2026, 6, 1), new(2026, 3, 16)));
    }

    [Theory]
    [InlineData(FeeBasis.Pages, FeeWaiver.AlreadyPublic, 0)]
    [InlineData(FeeBasis.Pages, FeeWaiver.NotSupplied, 0)]
    [InlineData(FeeBasis.Pages, FeeWaiver.Waived, 0)]
    [InlineData(FeeBasis.Items, FeeWaiver.AlreadyPublic, 7000)]
    [InlineData(FeeBasis.Items, FeeWaiver.Waived, 0)]
    public void A_waiver_frees_what_it_covers(FeeBasis basis, FeeWaiver waiver, long amount)
        => Assert.Equal(amount,
        FeeNotice.Create(WorkingCalendar.Embedded, ProcessingFee.Compute(basis, 50), new(2026, 3, 2), new(2026, 3, 9), waiver).Amount);

    [Fact]
    public void A_notice_after_the_handling_period_charges_nothing()
    {
        var notice = FeeNotice.Create(WorkingCalendar.Embedded, ProcessingFee.Compute(FeeBasis.Items, 45), new(2026, 3, 10),
            new(2026, 3, 9));
        Assert.True(notice.NotifiedLate);
        Assert.Equal((0L, (CalendarDate?)null), (notice.Amount, notice.PayBy));
    }

    [Fact]
    public void The_days_to_pay_are_the_packs()
    {
        var spans = ReplySpans.National with { FeePayment = ReplySpans.National.FeePayment with { Amount = 5 } };
        Assert.Equal(new DateOnly(2026, 2, 24),
            FeeNotice.Create(WorkingCalendar.Embedded, ProcessingFee.Compute(FeeBasis.Pages, 68), new(2026, 2, 10), new(2026, 2, 10),
            spans: spans).PayBy!.Value.Date);
        Assert.Equal(RulePacks.Load()["bijie"].Limit(LimitCodes.FeePayment)!.Amount, ReplySpans.National.FeePayment.Amount);
    }

    [Fact]
    public void Counts_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ProcessingFee.Compute(FeeBasis.Items, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => ProcessingFee.Compute(FeeBasis.Pages, ProcessingFee.MaxCount + 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => MonthlyCount.Fees([new("甲", new(2026, 3, 1), 0)]));
    }
}
