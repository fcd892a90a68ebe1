namespace Disclosure.Kernel;

/// <summary>A field that a reviewer corrected within what the step may change.</summary>
/// <param name="Field">One of attribute, ground, scope, channel, category, secrecy.</param>
/// <param name="Value">Code of the new value.</param>
public sealed record ReviewerChange(string Field, string Value)
{
    /// <summary>不涉密: the determination that content whose secrecy was undetermined is no secret (Regulation art. 17).</summary>
    public static readonly ReviewerChange SecrecyCleared = new("secrecy", Codes.Of(Secrecy.Cleared));
}
