namespace Disclosure.Kernel.People;

/// <summary>Why a person may do nothing at all.</summary>
public static class PeopleFailures
{
    /// <summary>离岗: the token may live on, the office does not.</summary>
    public static readonly Failure HasLeft = new(FailureKind.Forbidden, "person-has-left", "您已办理离岗交接", "相关工作由接替人员办理。");
}
