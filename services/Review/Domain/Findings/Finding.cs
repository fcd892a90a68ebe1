using System.Text.Json.Serialization;
using Disclosure.Contracts.Review.Api;

namespace Disclosure.Review.Domain.Findings;

/// <summary>Something found in the submission without anybody looking (自动检查): all finds of a kind in one place.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Level">Its weight.</param>
/// <param name="Title">What was found.</param>
/// <param name="Detail">What to do; personal data only masked.</param>
/// <param name="Line">First line of the body, from 1; null when it is not in the body.</param>
internal sealed record Finding(string Code, FindingLevel Level, string Title, string Detail, int? Line = null)
{
    /// <summary>Place and kind, which an answer names; null where the release gate found nothing: scope, companions, flows that stay
    /// inside.</summary>
    public string? Key { get; init; }

    /// <summary>What it is and where, in a few words; empty where it has no key.</summary>
    public string Name { get; init; } = "";

    public int Count { get; init; } = 1;

    /// <summary>Where, at most <see cref="Documents.Release.ReleaseFinding.MaxSpots"/>.</summary>
    public IReadOnlyList<Spot> Spots { get; init; } = [];

    /// <summary>须逐项确认: it is masked, or a named reviewer says why it must be public all the same.</summary>
    [JsonIgnore]
    public bool NeedsAnswer => Key is not null && Level == FindingLevel.Warning;
}

/// <summary>One find: what was found, personal data only masked, and where in its place.</summary>
internal sealed record Spot(string Words, string Where);

/// <summary>An answer to a finding (确需公开) as somebody gives it; what a request leaves out is null whatever the type says.</summary>
internal sealed record GivenAnswer(string Finding, string Reason);

/// <summary>确需公开: why a finding must be public all the same.</summary>
/// <param name="Finding">Key of the finding.</param>
/// <param name="Count">How often it was found.</param>
/// <param name="Reason">Why.</param>
/// <param name="By">Subject claim of the reviewer.</param>
/// <param name="ByName">Name of the reviewer.</param>
/// <param name="Step">Step at which it was said.</param>
/// <param name="At">When.</param>
internal sealed record FindingAnswer(string Finding, int Count, string Reason, string By, string ByName, string Step, DateTimeOffset At)
{
    /// <summary>Characters of a reason.</summary>
    public const int MaxReason = 500;

    /// <summary>Answers that one decision may give.</summary>
    public const int MaxCount = 200;
}
