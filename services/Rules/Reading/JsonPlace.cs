using System.Globalization;
using System.Text.Json;

namespace Disclosure.Rules.Reading;

/// <summary>Where JSON cannot be read, in Chinese; the parser's own words are English.</summary>
public static class JsonPlace
{
    /// <summary>Line and position of a failure.</summary>
    /// <param name="failure">What the parser threw.</param>
    /// <returns>For instance <c>（第3行第7字节）</c>; empty where it does not know.</returns>
    public static string Of(JsonException failure)
    {
        ArgumentNullException.ThrowIfNull(failure);
        return failure.LineNumber is { } line
            ? string.Create(CultureInfo.InvariantCulture, $"（第{line + 1}行第{failure.BytePositionInLine + 1}字节）") : "（内容重复或不完整）";
    }
}
