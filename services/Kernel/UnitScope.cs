namespace Disclosure.Kernel;

/// <summary>Whose staff may take a step.</summary>
public enum UnitScope
{
    /// <summary>Only people of the submitting unit.</summary>
    Own,

    /// <summary>Anybody of the authority with the role.</summary>
    Authority,
}
