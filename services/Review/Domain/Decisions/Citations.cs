using System.Text.RegularExpressions;

namespace Disclosure.Review.Domain.Decisions;

/// <summary>Recognises what a reason must cite.</summary>
internal static partial class Citations
{
    /// <summary>Whether a text names a letter by its number (文号) and a day.</summary>
    public static bool NameAnAnswer(string? reason) => reason is not null && Number().IsMatch(reason) && Day().IsMatch(reason);

    [GeneratedRegex(@"[〔\[［（(【]\s*\d{4}\s*[〕\]］）)】]\s*(第\s*)?\d{1,6}\s*号|第\s*\d{1,6}\s*号", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Day();
}
