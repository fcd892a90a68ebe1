namespace Disclosure.Rules.Packs;

/// <summary>Where a pack's warnings (与国家规定不一致的提示) are said: at the act, and in the review of what came of it.</summary>
public static class PackWarnings
{
    /// <summary>What has to be said when somebody does something.</summary>
    /// <param name="pack">The authority's pack.</param>
    /// <param name="act">What is done.</param>
    /// <returns>The warnings in the pack's order; empty where its rules contradict nothing there.</returns>
    public static IReadOnlyList<PackWarning> At(this RulePack pack, WarnedAct act)
    {
        ArgumentNullException.ThrowIfNull(pack);
        return [.. pack.Warnings.Where(warning => warning.Acts.Contains(act))];
    }

    /// <summary>What a review asks about: the act whose result it judges.</summary>
    /// <param name="flow">One of <see cref="FlowCodes"/>.</param>
    /// <returns>The act; null where no act of that flow is warned of.</returns>
    public static WarnedAct? ReviewedBy(string flow) => flow switch
    {
        FlowCodes.Attribute => WarnedAct.ChoosingGround,
        FlowCodes.Publication => WarnedAct.EnteringPreDisclosure,
        FlowCodes.Consultation => WarnedAct.Consulting,
        FlowCodes.ApplicationExtension => WarnedAct.Extending,
        FlowCodes.ApplicationReply or FlowCodes.ApplicationRefusal => WarnedAct.Replying,
        _ => null,
    };
}
