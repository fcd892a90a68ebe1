using System.Text.RegularExpressions;

namespace Disclosure.Rules.Packs.Loading;

internal sealed partial class PackValidator
{
    private void CheckTopics()
    {
        if (pack.DocumentNumber is { } number) CheckDocumentNumber(number);
        for (var i = 0; i < pack.Responsibilities.Count; i++)
            CheckEach(pack.Responsibilities[i].Roles, KnownWords.Roles, $"$.responsibilities[{i}].roles", "role");
        if (pack.Interpretation.FirstChannel is { } channel && pack.Channels.All(known => known.Code != channel))
            Add("$.interpretation.firstChannel", $"names no channel: '{channel}'");
        if (pack.PreDisclosure is { MinWorkingDays: { } least, MaxWorkingDays: { } most } && least > most)
            Add("$.preDisclosure.minWorkingDays", "must not be above maxWorkingDays");
        for (var i = 0; i < pack.ReplyOutcomes.Count; i++)
            if (pack.ReplyOutcomes[i].Row is < 3 or > 23) Add($"$.replyOutcomes[{i}].row", "must be a result row of table three (3–23)");
        for (var i = 0; i < pack.Forms.Count; i++)
            if (pack.Forms[i].Fields.Count == 0) Add($"$.forms[{i}].fields", "must have a field");
    }

    private void CheckDocumentNumber(DocumentNumberRule rule)
    {
        try
        {
            // Without backtracking the cost is linear, so no time limit is needed that a busy machine could break.
            if (!Regex.IsMatch(rule.Example, $"^(?:{rule.Pattern})$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking))
                Add("$.documentNumber.example", "does not match the pattern");
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            Add("$.documentNumber.pattern", $"is not a usable regular expression: {fault.Message}");
        }
    }
}
