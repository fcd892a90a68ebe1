using Disclosure.Kernel;
using Disclosure.Rules.Packs;

namespace Disclosure.Review.Domain.Steps;

/// <summary>Limits of steps (办理期限), working days, where the authority's pack gives none.</summary>
/// <remarks>They are the platform's, not a rule's: without any, no step would ever be urged. A pack overrides them step by step.</remarks>
internal static class DefaultLimits
{
    /// <summary>涉密认定, by the leading group or the secrecy authority.</summary>
    public const int Determination = 5;

    private const int Proof = 1;
    private const int Judgement = 2;

    /// <summary>The limit of a step of this kind.</summary>
    public static int Of(StepKind kind) => kind == StepKind.Proof ? Proof : Judgement;
}
