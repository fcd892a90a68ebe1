using Disclosure.Kernel;

namespace Disclosure.ServiceDefaults.Commands;

/// <summary>What may go wrong with any command, as sentences.</summary>
public static class CommandFailures
{
    /// <summary>Longest <c>Idempotency-Key</c>, characters.</summary>
    public const int MaxKey = 100;

    /// <summary>The key stands for another request already.</summary>
    public static readonly Failure KeyReused = new(FailureKind.Invalid, "idempotency-key-reused", "同一请求编号用于了不同内容",
        "请为新的请求使用新的 Idempotency-Key。");

    /// <summary>The key is too long, or not of printable characters.</summary>
    public static readonly Failure KeyIsInvalid = new(FailureKind.Invalid, "idempotency-key-is-invalid", "请求编号无效",
        $"Idempotency-Key 为不超过 {MaxKey} 个可见的 ASCII 字符。");

    /// <summary>No <c>If-Match</c>.</summary>
    public static readonly Failure VersionIsMissing = new(FailureKind.VersionMissing, "version-is-missing", "缺少版本号",
        "请带上读取时得到的 ETag（If-Match）。");

    /// <summary>An <c>If-Match</c> that is none.</summary>
    public static readonly Failure VersionIsUnreadable = new(FailureKind.Invalid, "version-is-unreadable", "版本号无法识别",
        "If-Match 应为读取时得到的 ETag，或者 *。");

    /// <summary>Somebody else was first.</summary>
    public static readonly Failure ChangedMeanwhile = new(FailureKind.Stale, "changed-meanwhile", "内容已被他人修改", "请重新打开后再修改，您的输入不会被保存。");

    /// <summary>Several people act at once, again and again.</summary>
    public static readonly Failure TooBusy = new(FailureKind.Busy, "too-many-at-once", "多人正在办理", "请稍后刷新再办理。");
}
