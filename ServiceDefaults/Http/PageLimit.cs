using Disclosure.Kernel;

namespace Disclosure.ServiceDefaults.Http;

/// <summary>Bounds of every list.</summary>
public static class PageLimit
{
    /// <summary>Rows of a page where the caller does not say.</summary>
    public const int Default = 20;

    /// <summary>Rows of a page at most.</summary>
    public const int Max = 100;

    /// <summary>The cursor was not made by us.</summary>
    public static readonly Failure CursorIsInvalid = new(FailureKind.Invalid, "cursor-is-invalid", "翻页参数无效", "请从第一页重新开始。");

    /// <summary>No such number of rows.</summary>
    public static readonly Failure LimitIsInvalid = new(FailureKind.Invalid, "limit-is-invalid", "每页条数无效", $"每页 1 至 {Max} 条。");

    /// <summary>Rows of the page that is asked for.</summary>
    /// <param name="limit">What the caller says, or null.</param>
    /// <param name="usual">Where the caller does not say.</param>
    /// <returns>The number, or null when it is out of bounds.</returns>
    public static int? Of(int? limit, int usual = Default) => limit switch
    {
        null => usual,
        >= 1 and <= Max => limit,
        _ => null,
    };
}
