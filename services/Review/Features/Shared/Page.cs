using System.Globalization;
using Disclosure.ServiceDefaults.Http;

namespace Disclosure.Review.Features;

/// <summary>A page of a list.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">Cursor for <c>after</c>, null on the last page.</param>
internal sealed record Page<T>(IReadOnlyList<T> Items, string? Next);

/// <summary>Bounds of every list.</summary>
internal static class PageLimit
{
    public const int Default = 20;

    public const int Max = 100;

    public static readonly Failure CursorIsInvalid = new("cursor-is-invalid", 400, "翻页参数无效", "请从第一页重新开始。");

    public static readonly Failure LimitIsInvalid = new("limit-is-invalid", 400, "每页条数无效", $"每页 1 至 {Max} 条。");

    public static readonly Failure FilterIsInvalid = new("filter-is-invalid", 400, "查询条件过长", "请缩短查询词。");

    public static bool Accepts(int? limit) => limit is null or (>= 1 and <= Max);
}

/// <summary>The place in the task list after which the next page begins: due date, case, step.</summary>
internal sealed record TaskCursor(DateOnly Due, Guid Case, string Step)
{
    public static TaskCursor? Parse(string text)
    {
        var parts = text.Split('_', 3);
        return parts.Length == 3 && !parts[2].Contains('\0', StringComparison.Ordinal) && DateOnly.TryParseExact(parts[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due)
            && Guid.TryParseExact(parts[1], "N", out var id) ? new TaskCursor(due, id, parts[2]) : null;
    }

    public override string ToString() => $"{Due.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}_{Case:N}_{Step}";
}
