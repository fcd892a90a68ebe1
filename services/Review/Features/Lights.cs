namespace Disclosure.Review.Features;

/// <summary>Traffic lights of due days.</summary>
internal static class Lights
{
    public static string? Of(DateOnly? due, DateOnly today) => due is not { } day ? null
        : day < today ? "overdue"
        : day == today ? "red"
        : day == today.AddDays(1) ? "amber"
        : "green";
}
