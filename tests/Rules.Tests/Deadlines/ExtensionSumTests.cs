using Disclosure.Rules.Deadlines;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Rules.Deadlines.FactKind;

namespace Disclosure.Rules.Tests.Deadlines;

/// <summary>All extensions of an application together are 20 working days at most (条例第三十三条第二款), also where its period began anew
/// in between.</summary>
public sealed class ExtensionSumTests
{
    private static readonly Fact Application = Received.On("2026-02-10");

    public static TheoryData<FactKind, FactKind> Stops() => new() { { FeeNotified, FeePaid }, { CorrectionRequested, CorrectionReceived } };

    [Theory]
    [Rule(168)]
    [MemberData(nameof(Stops))]
    public void Ten_days_before_a_reset_leave_ten_after_it(FactKind stop, FactKind restart)
    {
        Fact[] facts = [Application, Extended.On("2026-02-24", 10), stop.On("2026-02-26"), restart.On("2026-03-02")];
        var ten = Limits.Reply.Read([.. facts, Extended.On("2026-03-20", 10)]);
        Assert.Equal((10, Day.Of("2026-04-14"), 0), (ten.Extension, ten.Due!.Value, ten.Errors.Count));
        var eleven = Limits.Reply.Read([.. facts, Extended.On("2026-03-20", 11)]);
        var error = Assert.Single(eleven.Errors);
        Assert.Equal((ClockErrorKind.ExtensionTooLong, 4, "条例第三十三条第二款"), (error.Kind, error.Index, error.Article));
        Assert.Equal("此前已决定延长 10 个工作日，再延长 11 个工作日，合计 21 个工作日，超过上限 20 个工作日；期限重新计算的，延长不另计。", error.Message);
        Assert.Equal((0, Day.Of("2026-03-30")), (eleven.Extension, eleven.Due!.Value));
    }

    [Theory]
    [MemberData(nameof(Stops))]
    public void After_twenty_days_no_day_is_left(FactKind stop, FactKind restart)
    {
        Fact[] facts = [Application, Extended.On("2026-02-24", 20), stop.On("2026-02-26"), restart.On("2026-03-02")];
        var reading = Limits.Reply.Read([.. facts, Extended.On("2026-03-20", 1)]);
        Assert.Equal(ClockErrorKind.ExtensionTooLong, Assert.Single(reading.Errors).Kind);
    }

    [Fact]
    public void A_refused_extension_uses_no_days_up()
    {
        Fact[] facts = [Application, Extended.On("2026-02-24", 21), FeeNotified.On("2026-02-26"), FeePaid.On("2026-03-02")];
        var reading = Limits.Reply.Read([.. facts, Extended.On("2026-03-20", 20)]);
        Assert.Equal((20, 1), (reading.Extension, Assert.Single(reading.Errors).Index));
    }

    [Fact]
    public void Three_periods_add_up_too()
    {
        Fact[] facts =
        [
            Application, Extended.On("2026-02-11", 8), CorrectionRequested.On("2026-02-12"), CorrectionReceived.On("2026-02-24"),
            Extended.On("2026-02-25", 8), FeeNotified.On("2026-02-26"), FeePaid.On("2026-03-02"),
        ];
        Assert.Equal(4, Limits.Reply.Read([.. facts, Extended.On("2026-03-03", 4)]).Extension);
        var tooLong = Limits.Reply.Read([.. facts, Extended.On("2026-03-03", 5)]);
        Assert.Equal(ClockErrorKind.ExtensionTooLong, Assert.Single(tooLong.Errors).Kind);
    }

    [Fact]
    public void A_delay_of_article_35_takes_nothing_from_it()
    {
        var reading = Limits.Reply.Read(Application, Delayed.On("2026-02-11", 30), FeeNotified.On("2026-02-12"), FeePaid.On("2026-03-02"),
            Extended.On("2026-03-03", 20));
        Assert.Equal((20, 0), (reading.Extension, reading.Errors.Count));
    }
}
