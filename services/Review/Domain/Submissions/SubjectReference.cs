namespace Disclosure.Review.Domain;

/// <summary>Something under review at its owner.</summary>
/// <param name="Kind">Kind of subject.</param>
/// <param name="Id">Its id there.</param>
internal sealed record SubjectReference(string Kind, Guid Id);
