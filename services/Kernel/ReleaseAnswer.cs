namespace Disclosure.Kernel;

/// <summary>确需公开: a named reviewer's word on why what was found at the release gate must be public all the same.</summary>
/// <param name="Finding">What it answers: place and kind, as <c>body/mobile-phone</c>.</param>
/// <param name="Count">How many finds there were; for more than these it does not count.</param>
/// <param name="Reason">Why, at most 500 characters.</param>
/// <param name="By">Name of who said so.</param>
public sealed record ReleaseAnswer(string Finding, int Count, string Reason, string By);
