namespace Disclosure.Kernel;

/// <summary>Who may read a published item (公开范围).</summary>
public enum DisclosureScope
{
    /// <summary>社会公开.</summary>
    Public,

    /// <summary>内部公开: never on a public exit (rule 103).</summary>
    Internal,
}
