namespace Disclosure.Contracts;

/// <summary>Identity of what was created.</summary>
/// <param name="Id">The id; the header <c>Location</c> names the address.</param>
public sealed record CreatedId(Guid Id);
