using Disclosure.Rules.Calendar;
using Disclosure.Rules.Fees;

namespace Disclosure.Rules.Deadlines;

/// <summary>A fee notice (收费通知).</summary>
/// <param name="Fee">The fee before a waiver.</param>
/// <param name="Waiver">Why nothing is charged.</param>
/// <param name="Amount">元 to pay.</param>
/// <param name="PayBy">Last day to pay, counted in working days from the day after receipt; null when nothing is to be paid.</param>
/// <param name="NotifiedLate">True when the notice came after the handling period had ended and therefore cannot be charged.</param>
public sealed record FeeNotice(Fee Fee, FeeWaiver Waiver, long Amount, CalendarDate? PayBy, bool NotifiedLate)
{
    /// <summary>Draws up a notice.</summary>
    /// <param name="calendar">The working calendar.</param>
    /// <param name="fee">The computed fee.</param>
    /// <param name="receivedOn">Day on which the applicant received the notice; not counted.</param>
    /// <param name="handlingDue">Last day of the handling period (处理期限).</param>
    /// <param name="waiver">Why nothing is charged.</param>
    /// <param name="spans">The authority's spans, for the days to pay (缴费期限); null for the national ones.</param>
    /// <returns>The notice.</returns>
    public static FeeNotice Create(WorkingCalendar calendar, Fee fee, DateOnly receivedOn, DateOnly handlingDue,
        FeeWaiver waiver = FeeWaiver.None,
        ReplySpans? spans = null)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        ArgumentNullException.ThrowIfNull(fee);
        var applies = waiver switch
        {
            FeeWaiver.None => true,
            FeeWaiver.AlreadyPublic or FeeWaiver.NotSupplied => fee.Basis != FeeBasis.Pages,
            _ => false,
        };
        var late = receivedOn > handlingDue;
        var amount = applies && !late ? fee.Amount : 0;
        var period = new WorkingDays((spans ?? ReplySpans.National).FeePayment.Amount);
        return new FeeNotice(fee, waiver, amount, amount > 0 ? calendar.AddWorkingDays(receivedOn, period) : null, late);
    }

    /// <summary>Whether the application has lapsed (逾期未缴纳的，视为放弃申请).</summary>
    /// <param name="today">Day of the question.</param>
    /// <param name="paidOn">Day of payment, or null.</param>
    /// <returns>True when the period passed without payment.</returns>
    public bool HasLapsed(DateOnly today, DateOnly? paidOn) => PayBy is { } last && (paidOn ?? today) > last.Date;
}
