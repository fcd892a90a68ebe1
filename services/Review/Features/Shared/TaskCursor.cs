using System.Globalization;

namespace Disclosure.Review.Features.Shared;

/// <summary>The place in the task list after which the next page begins: due date, case, step.</summary>
internal sealed record TaskCursor(DateOnly Due, Guid Case, string Step)
{
    public static TaskCursor? Parse(string text)
    {
        var parts = text.Split('_', 3);
        return parts.Length == 3
            && DateOnly.TryParseExact(parts[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var due)
            && Guid.TryParseExact(parts[1], "N", out var id) ? new TaskCursor(due, id, parts[2]) : null;
    }

    public override string ToString() => $"{Due.ToString("yyyyMMdd", CultureInfo.InvariantCulture)}_{Case:N}_{Step}";
}
