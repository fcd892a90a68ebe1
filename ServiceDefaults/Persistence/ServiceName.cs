namespace Disclosure.ServiceDefaults.Persistence;

/// <summary>The name of the service that this process is, for instance <c>review</c>: the prefix of its queues, and what its audit chains
/// are signed with.</summary>
/// <param name="Value">The name.</param>
public sealed record ServiceName(string Value);
