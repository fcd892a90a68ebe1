namespace Disclosure.Contracts.People;

/// <summary>The person who asks, with all powers of today (本人权限): the answer of <c>me</c> in every service.</summary>
/// <param name="Subject">Subject claim.</param>
/// <param name="Name">Name.</param>
/// <param name="Authority">Authority (机关), code.</param>
/// <param name="Mandates">The own powers first, then those of whom the person stands in for (授权、接替).</param>
public sealed record CallerView(string Subject, string Name, string Authority, IReadOnlyList<MandateView> Mandates);

/// <summary>Powers that a person may use.</summary>
/// <param name="Principal">Whose powers: subject claim.</param>
/// <param name="PrincipalName">Name of that person.</param>
/// <param name="Unit">Unit, code.</param>
/// <param name="Roles">Roles, in order.</param>
public sealed record MandateView(string Principal, string PrincipalName, string Unit, IReadOnlyList<string> Roles);
