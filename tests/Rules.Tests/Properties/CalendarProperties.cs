using Disclosure.Rules.Calendar;
using FsCheck.Fluent;
using Xunit;

namespace Disclosure.Rules.Tests.Properties;

public sealed class CalendarProperties
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Embedded;

    [Fact]
    public void More_days_are_due_later()
        => Generators.Days.Zip(Gen.Choose(0, 400), (from, days) => (from, days))
            .Holds(input => Due(input.from, input.days) < Due(input.from, input.days + 1));

    [Fact]
    public void A_later_start_is_never_due_earlier()
        => Generators.Days.Zip(Gen.Choose(1, 400), (from, days) => (from, days))
            .Holds(input => Due(input.from, input.days) <= Due(input.from.AddDays(1), input.days));

    [Fact]
    public void Adding_then_counting_is_identity()
        => Generators.Days.Zip(Gen.Choose(0, 400), (from, days) => (from, days))
            .Holds(input => Calendar.CountWorkingDays(input.from, Due(input.from, input.days)).Days == input.days);

    [Fact]
    public void Counting_then_adding_ends_on_the_same_working_day()
        => Generators.Days.Zip(Generators.WorkingDays, (from, to) => (from, to)).Where(input => input.from < input.to && Span(input) < 1000)
            .Holds(input => Due(input.from, Span(input)) == input.to);

    [Fact]
    public void A_due_day_is_a_working_day()
        => Generators.Days.Zip(Gen.Choose(1, 400), (from, days) => (from, days))
        .Holds(input => Calendar.Works(Due(input.from, input.days)));

    [Fact]
    public void A_make_up_day_always_counts()
        => Gen.Elements(Calendar.Days.Where(day => !day.IsOffDay).ToArray())
            .Holds(day => Calendar.CountWorkingDays(day.Date.AddDays(-1), day.Date).Days == 1
            && Calendar.IsWorkingDay(day.Date).Kind == DayKind.MakeUp);

    [Fact]
    public void A_day_off_never_counts()
        => Gen.Elements(Calendar.Days.Where(day => day.IsOffDay).ToArray())
            .Holds(day => Calendar.CountWorkingDays(day.Date.AddDays(-1), day.Date).Days == 0);

    [Fact]
    public void Numbering_agrees_with_walking_day_by_day()
        => Generators.Days.Zip(Gen.Choose(0, 60), (from, days) => (from, days))
        .Holds(input => Due(input.from, input.days) == Walk(input.from, input.days));

    private static int Span((DateOnly From, DateOnly To) input) => Calendar.CountWorkingDays(input.From, input.To).Days;

    private static DateOnly Due(DateOnly from, int days) => Calendar.AddWorkingDays(from, new WorkingDays(days)).Date;

    private static DateOnly Walk(DateOnly from, int days)
    {
        while (days > 0)
        {
            from = from.AddDays(1);
            if (Calendar.IsWorkingDay(from).IsWorkingDay) days--;
        }

        return from;
    }
}
