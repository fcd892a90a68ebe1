using Disclosure.Documents.Bodies;
using Disclosure.Kernel;

namespace Disclosure.Documents.Release;

/// <summary>The texts of a document as the release gate names them: the same places for whoever hands it in, reviews it and publishes
/// it.</summary>
public static class CandidateTexts
{
    /// <summary>Place of the body (正文).</summary>
    public const string Body = "body";

    /// <summary>The texts in the order in which people read them.</summary>
    /// <param name="title">名称.</param>
    /// <param name="body">正文, HTML of the closed set.</param>
    /// <param name="fields">Further values by their codes; the title may be one of them.</param>
    /// <returns>Title, body, and the other values.</returns>
    public static IReadOnlyList<CandidateText> Of(string title, string body, IEnumerable<CandidateText> fields)
    {
        var all = fields.ToList();
        // Shown twice it is read once; where the two differ, both are shown.
        var titles = all.Where(field => field.Place == SnapshotFields.Title).Select(field => field.Text).Prepend(title).Distinct();
        return
        [
            new(SnapshotFields.Title, "名称", string.Join('\n', titles)),
            new(Body, "正文", BodyText.Of(body)),
            .. all.Where(field => field.Place != SnapshotFields.Title),
        ];
    }
}
