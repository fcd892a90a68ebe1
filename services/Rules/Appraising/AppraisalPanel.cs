using Disclosure.Rules.Packs;

namespace Disclosure.Rules.Appraising;

/// <summary>A member of a group of representatives (评议小组).</summary>
/// <param name="Person">The person, however the caller tells people apart.</param>
/// <param name="Capacity">Code of an entry of <see cref="Appraisal.Representatives"/>: as what the person sits there.</param>
public sealed record PanelMember(string Person, string Capacity);

/// <summary>A group of representatives that appraises (代表评议): whether everybody it is made of sits in it (rule 199). Pure.</summary>
public static class AppraisalPanel
{
    /// <summary>The capacities that nobody represents. One person speaks for one of them: who is named twice counts once, where named
    /// first.</summary>
    /// <param name="appraisal">The pack's appraisal.</param>
    /// <param name="members">The members.</param>
    /// <returns>The missing capacities in the pack's order; empty when the group is complete.</returns>
    /// <exception cref="ArgumentException">The pack knows no such group, or a member sits in a capacity it does not have.</exception>
    public static IReadOnlyList<Entry> Missing(Appraisal appraisal, IReadOnlyList<PanelMember> members)
    {
        ArgumentNullException.ThrowIfNull(appraisal);
        ArgumentNullException.ThrowIfNull(members);
        if (appraisal.Representatives.Count == 0) throw new ArgumentException("The pack has no appraisal by representatives.",
            nameof(appraisal));
        if (members.FirstOrDefault(member => appraisal.Representatives.All(capacity => capacity.Code != member.Capacity)) is { } stranger)
            throw new ArgumentException($"{stranger.Person} sits as '{stranger.Capacity}', which the pack does not know.", nameof(members));
        var seats = members.DistinctBy(member => member.Person).Select(member => member.Capacity).ToHashSet(StringComparer.Ordinal);
        return [.. appraisal.Representatives.Where(capacity => !seats.Contains(capacity.Code))];
    }
}
