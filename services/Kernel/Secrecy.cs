namespace Disclosure.Kernel;

/// <summary>Whether secrecy was examined (保密审查).</summary>
public enum Secrecy
{
    /// <summary>不涉密.</summary>
    Cleared,

    /// <summary>待确定: held until determined (rule 128).</summary>
    Undetermined,

    /// <summary>秘密、机密、绝密: never published (rule 129).</summary>
    Classified,
}
