using Disclosure.Contracts.Review.Api;
using Disclosure.Contracts.Work;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Data;
using Disclosure.Review.Domain.People;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Work;

namespace Disclosure.Review.Features.Delegations;

/// <summary>Tells people about powers that are handed to them or from them (授权、接替).</summary>
internal sealed class DelegationNotices(NoticeStore<ReviewDb> notices, ColleagueDirectory directory, EndedPowers ended)
{
    /// <summary>Tells whose agreement is missing, where it was made.</summary>
    public async Task<Outcome<Creation<Delegation>>> OfferAsync(Outcome<Creation<Delegation>> made, CancellationToken cancellation)
    {
        if (made.Failure is not null) return made;
        var delegation = made.Value.Aggregate;
        var receivers = delegation.Kind == SubstitutionKind.Delegation ? [delegation.Delegate]
            : (await directory.HoldersAsync(delegation.Authority, [Roles.Discipline, Roles.Director], cancellation))
                .Where(person => person != delegation.CreatedBy && person != delegation.Principal && person != delegation.Delegate);
        await notices.RaiseAsync(delegation.Authority, NoticeKind.SubstitutionOffered, delegation.Id, receivers, cancellation);
        return made;
    }

    /// <summary>Tells both ends, but for who did it, that it was agreed to or taken back.</summary>
    public async Task TellAsync(Delegation delegation, Person by, CancellationToken cancellation)
    {
        await notices.SettleAsync(delegation.Id, cancellation);
        if (delegation.End is not null) await ended.SettleAsync(delegation, cancellation);
        await notices.RaiseAsync(delegation.Authority, delegation.End switch
        {
            null => NoticeKind.SubstitutionAgreed,
            DelegationEnd.Declined => NoticeKind.SubstitutionDeclined,
            DelegationEnd.HandedBack => NoticeKind.SubstitutionHandedBack,
            _ => NoticeKind.SubstitutionRevoked,
        }, delegation.Id, new[] { delegation.Principal, delegation.Delegate }.Where(person => person != by.Subject), cancellation);
    }
}
