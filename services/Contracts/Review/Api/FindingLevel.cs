namespace Disclosure.Contracts.Review.Api;

/// <summary>How much a finding weighs.</summary>
public enum FindingLevel
{
    /// <summary>提示.</summary>
    Note,

    /// <summary>注意: the reviewer decides.</summary>
    Warning,

    /// <summary>禁止: nobody can approve the case while it stands.</summary>
    Blocking,
}
