using System.Globalization;

namespace Disclosure.Rules.Tests;

/// <summary>Reads days in tests.</summary>
internal static class Day
{
    public static DateOnly Of(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
