namespace Disclosure.Kernel;

/// <summary>What a unit's naming lacks.</summary>
public enum RosterFault
{
    /// <summary>未确定信息员: nobody is named; where the rule says so, the unit may submit nothing.</summary>
    NobodyNamed,

    /// <summary>More people than the rule allows.</summary>
    SeveralNamed,

    /// <summary>未明确职能科室.</summary>
    SectionNotNamed,
}
