using System.Text.RegularExpressions;
using Disclosure.Documents.Import.Recognising.Grammar;
using Disclosure.Kernel;

namespace Disclosure.Documents.Import.Recognising;

/// <summary>公开属性 that a document says of itself: （此件公开发布）, 公开方式：依申请公开.</summary>
internal static partial class OpennessFinder
{
    /// <summary>What a squeezed line says.</summary>
    public static DisclosureAttribute? In(string line)
    {
        if (!line.Contains("公开", StringComparison.Ordinal)) return null;
        var match = Said().Match(line);
        return match.Success ? Of(match.Groups["how"].Value) : null;
    }

    public static Recognised<DisclosureAttribute>? Of(IReadOnlyList<SourceLine> lines)
    {
        foreach (var line in lines)
        {
            if (line.Text.Length > 400 || !line.Text.Contains("公开", StringComparison.Ordinal)) continue;
            if (Labels.ValueOf(line, Labels.Openness) is { } value && ValueAt(line.Plain.Text, value) is { } labelled)
                return new Recognised<DisclosureAttribute>(Of(labelled), Confidence.High, line.Place);
            if (In(line.Plain.Text) is { } said) return new Recognised<DisclosureAttribute>(said, Confidence.High, line.Place);
        }

        return null;
    }

    /// <summary>The value, or that of the box which is ticked.</summary>
    private static string? ValueAt(string text, int place)
        => Value().Match(text, place) is { Success: true } value ? value.Value
        : Ticked().Match(text, place) is { Success: true } ticked ? ticked.Groups["how"].Value : null;

    private static DisclosureAttribute Of(string how) => how switch
    {
        "依申请公开" => DisclosureAttribute.OnRequest,
        "不予公开" or "不公开" or "不宜公开" => DisclosureAttribute.Withheld,
        _ => DisclosureAttribute.Proactive,
    };

    [GeneratedRegex(@"(^|[(\[日])(此件|本件|本文件|此文|此文件)属?(?<how>主动公开|公开发布|全文公开|删减后公开|依申请公开|不予公开|不宜公开|不公开|公开)[)\]]?$",
        RegexOptions.ExplicitCapture)]
    private static partial Regex Said();

    [GeneratedRegex("[☑☒√✓✔■](?<how>主动公开|公开发布|依申请公开|不予公开|不公开)")]
    private static partial Regex Ticked();

    [GeneratedRegex(@"\G(主动公开|公开发布|依申请公开|不予公开|不宜公开|不公开)")]
    private static partial Regex Value();
}
