using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel.People;

namespace Disclosure.Review.Domain.Cases;

/// <summary>Says it, so that no page has to know who may do what.</summary>
internal static class CaseActions
{
    /// <summary>Roles that remind those who have the case now, in the order in which one counts as the one used.</summary>
    public static readonly string[] Urging = [Roles.Discipline, Roles.Office, Roles.LeadingGroup, Roles.Director];

    /// <summary>What the person may do to the case now.</summary>
    /// <param name="review">The case.</param>
    /// <param name="who">The person.</param>
    /// <param name="mayDecide">Whether some step may be decided.</param>
    /// <param name="mayRaise">Whether some step may be taken over.</param>
    public static IEnumerable<CaseAction> ActionsOf(this ReviewCase review, Person who, bool mayDecide, bool mayRaise)
    {
        if (mayDecide) yield return CaseAction.Decide;
        if (mayRaise) yield return CaseAction.Raise;
        if (!review.IsConcluded && review.State != CaseState.Held && who.StandsFor.Contains(review.Author))
            yield return CaseAction.Withdraw;
        if (review.MayBeEndedBy(who)) yield return CaseAction.End;
        if (!review.IsConcluded && who.Under(Urging) is not null) yield return CaseAction.Urge;
    }
}
