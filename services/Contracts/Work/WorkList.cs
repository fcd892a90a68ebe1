namespace Disclosure.Contracts.Work;

/// <summary>Which of a person's work is asked for: every service answers the same question.</summary>
public enum WorkList
{
    /// <summary>待办: what waits for the person now, the most urgent first.</summary>
    Todo,

    /// <summary>待他人办理: what the person handed on and others have now, the most urgent first.</summary>
    Waiting,

    /// <summary>已办: what the person did, the latest first.</summary>
    Done,
}
