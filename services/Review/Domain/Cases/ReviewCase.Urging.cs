using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Decisions;

namespace Disclosure.Review.Domain.Cases;

/// <summary>催办: reminding those who have the case now.</summary>
internal sealed partial class ReviewCase
{
    /// <summary>催办: somebody reminds those who have one step now; the same person the same step once a day.</summary>
    /// <param name="code">The step.</param>
    /// <param name="who">Who urges.</param>
    /// <param name="power">Power used.</param>
    /// <param name="reason">Words that go with it, or null.</param>
    /// <param name="urgedBefore">When that person urged that step last; null for never.</param>
    /// <param name="now">When.</param>
    public Verdict Urge(string code, Person who, Power power, string? reason, DateTimeOffset? urgedBefore, LegalTime now)
    {
        if (who.HasLeft) return PeopleFailures.HasLeft;
        if (IsConcluded) return Refusals.CaseIsConcluded(this);
        if (steps.Find(one => one.Code == code) is not { } step) return Refusals.StepIsUnknown;
        if (step.IsDone) return Refusals.StepIsDecided(step);
        if (!WaitsForSomebody(step)) return State == CaseState.Held ? Refusals.CaseIsHeld : Refusals.StepIsWaiting;
        if (urgedBefore is { } before && LegalDay.Of(before) == now.Today) return Refusals.IsUrgedToday(before);
        if (Refusals.OfReason(reason) is { } unusable) return unusable;
        var by = NameOf(who, power);
        step.Urge(by, EnteredText.IsBlank(reason) ? null : $"{by}：{reason!.ReplaceLineEndings(" ")}", now);
        return Fact(Acts.Urged, who.As(power), code, reason);
    }

    private static string NameOf(Person who, Power power)
        => power.Mandate.Principal == who.Subject ? who.Name : $"{who.Name}（代{power.Mandate.PrincipalName}）";

    /// <summary>催办 by the system: overdue steps, once per legal day. Nobody is urged to sign what may not be signed yet.</summary>
    /// <returns>What happened; nothing when nothing is overdue or all of it was urged today.</returns>
    public Verdict UrgeOverdue(Actor platform, LegalTime now)
    {
        var maySign = AwaitsCompanion(null) is not { IsFinal: true };
        var overdue = steps.Where(step => WaitsForSomebody(step) && (maySign || !Signs(step)) && step.DueOn < now.Today
            && (step.UrgedOn is null || step.UrgedOn < now.Today)).ToList();
        if (IsConcluded || overdue.Count == 0) return Verdict.Nothing;
        var words = $"已超过办理期限：{string.Join("、", overdue.Select(step => step.Name))}";
        foreach (var step in overdue)
        {
            step.Urge(null, step.UrgeWords is null ? words : null, now);
            StateOverdue(step);
        }

        return Fact(Acts.Urged, platform, overdue[0].Code, words);
    }
}
