namespace Disclosure.Review.Domain.Findings;

/// <summary>How much a finding weighs.</summary>
internal enum FindingLevel
{
    /// <summary>提示.</summary>
    Note,

    /// <summary>注意: the reviewer decides.</summary>
    Warning,

    /// <summary>禁止: nobody can approve the case while it stands.</summary>
    Blocking,
}

/// <summary>Something found in the submission without anybody looking (自动检查).</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Level">Its weight.</param>
/// <param name="Title">What was found.</param>
/// <param name="Detail">Where, and what to do; personal data only masked.</param>
/// <param name="Line">Line of the body, from 1; null when it is not in the body.</param>
internal sealed record Finding(string Code, FindingLevel Level, string Title, string Detail, int? Line);
