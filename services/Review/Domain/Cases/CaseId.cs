namespace Disclosure.Review.Domain.Cases;

/// <summary>Identity of a review case (审核件), chosen by the service that asks.</summary>
internal readonly record struct CaseId(Guid Value)
{
    public override string ToString() => Value.ToString();
}
