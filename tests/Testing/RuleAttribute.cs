namespace Disclosure.Testing;

/// <summary>Marks a test as the proof of a numbered rule of the bureaus' regulations (1–372).</summary>
/// <param name="number">The rule's number in the list of bureau rules.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RuleAttribute(int number) : Attribute
{
    /// <summary>The rule's number, 1–372.</summary>
    public int Number { get; } = number;
}
