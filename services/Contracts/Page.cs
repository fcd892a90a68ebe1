namespace Disclosure.Contracts;

/// <summary>A page of a list; the next begins after its last row, so that nothing is skipped or shown twice while rows come and
/// go.</summary>
/// <typeparam name="T">Type of the rows.</typeparam>
/// <param name="Items">The rows.</param>
/// <param name="Next">Cursor for <c>after</c>, null on the last page.</param>
/// <param name="Total">Number of all rows where it was counted; 1,000 means "at least".</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next = null, int? Total = null);
