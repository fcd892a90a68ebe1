using System.Text.RegularExpressions;
using Disclosure.Documents.Import.Recognising.Grammar;

namespace Disclosure.Documents.Import.Recognising;

/// <summary>题注 below a title: （2026年11月2日毕节市人民政府令第3号公布　自2027年1月1日起施行）.</summary>
/// <param name="Index">Its line in the outline.</param>
/// <param name="Date">The day on which it was passed or published first.</param>
/// <param name="Number">The order that published it, if it is named.</param>
internal sealed partial record HeadNote(int Index, DateOnly Date, string? Number)
{
    private const int MaxLine = 300;

    public static HeadNote? In(Outline outline)
    {
        for (var index = 0; index < outline.HeadEnd; index++)
        {
            var plain = outline.Lines[index].Plain;
            if (plain.Text.Length > MaxLine || plain.Text is not ['(', .., ')'] || !Passed().IsMatch(plain.Text)) continue;
            if (WrittenDate.In(plain.Text) is not { Begin: 1 } date) continue;
            return new HeadNote(index, date.Value, WrittenNumber.At(plain, date.End)?.Value);
        }

        return null;
    }

    [GeneratedRegex("通过|公布|发布|印发|批准")]
    private static partial Regex Passed();
}
