namespace Disclosure.Kernel;

/// <summary>What a reviewer does at a step.</summary>
public enum StepKind
{
    /// <summary>审核: judges content and decides.</summary>
    Review,

    /// <summary>校对: confirms wording against the snapshot.</summary>
    Proof,

    /// <summary>保密审查.</summary>
    Secrecy,

    /// <summary>签发: the last word of a leader.</summary>
    SignOff,
}
