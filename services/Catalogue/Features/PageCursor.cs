using System.Globalization;

namespace Disclosure.Catalogue.Features;

/// <summary>The place after which the next page begins.</summary>
/// <param name="At">Instant of the last row.</param>
/// <param name="Id">Id of the last row.</param>
/// <param name="Rank">Relevance of the last row, when the list is sorted by it.</param>
internal sealed record PageCursor(DateTimeOffset At, Guid Id, float? Rank = null)
{
    public static PageCursor? Parse(string text)
    {
        var parts = text.Split('_');
        if (parts.Length is not (2 or 3) || !long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var ticks)
            || ticks > DateTimeOffset.MaxValue.UtcTicks || !Guid.TryParseExact(parts[1], "N", out var id)) return null;
        float? rank = null;
        if (parts.Length == 3)
        {
            if (!int.TryParse(parts[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var bits)) return null;
            rank = BitConverter.Int32BitsToSingle(bits);
        }

        return new PageCursor(new DateTimeOffset(ticks, TimeSpan.Zero), id, rank);
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{At.UtcTicks}_{Id:N}"
        + $"{(Rank is { } rank ? "_" + BitConverter.SingleToInt32Bits(rank).ToString(CultureInfo.InvariantCulture) : "")}");
}

/// <summary>Bounds of public lists.</summary>
internal static class PublicLimits
{
    /// <summary>Rows counted at most; a larger result says "at least".</summary>
    public const int MaxCounted = 1_000;

    /// <summary>Numbers listed at most for a site map.</summary>
    public const int MaxNumbers = 5_000;
}
