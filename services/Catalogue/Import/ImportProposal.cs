using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import.Recognising;
using Disclosure.Kernel;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Scanning;

namespace Disclosure.Catalogue.Import;

/// <summary>What a file becomes: a draft with everything that was recognised and that a draft can hold.</summary>
/// <remarks>
/// A proposal never refuses a file: what an item cannot hold is left out and said. The attribute that a document states of itself (此件不予公开)
/// is said and not set: another one stands on a ground, which only its drafter can name.
/// </remarks>
internal static class ImportProposal
{
    /// <summary>The draft, and what its drafter is told of it.</summary>
    /// <param name="document">What was recognised.</param>
    /// <param name="category">Category that was chosen; null or empty to have one proposed.</param>
    /// <param name="categories">Categories that the drafter may choose.</param>
    public static (ItemRequest Draft, IReadOnlyList<string> Remarks) Of(RecognisedDocument document, string? category,
        IEnumerable<Category> categories)
    {
        var remarks = document.Remarks.Select(remark => remark.Words).ToList();
        var title = document.Title.Value;
        if (title.Length > ContentRules.MaxTitle)
        {
            remarks.Add($"识别的名称超过 {ContentRules.MaxTitle} 字，只取了开头，请核对。");
            title = EnteredText.Cut(title, ContentRules.MaxTitle);
        }

        var keywords = (document.Keywords?.Value ?? []).Where(word => word.Length <= ContentRules.MaxKeyword).Take(ContentRules.MaxKeywords)
            .ToList();
        if (document.Keywords is { } listed && keywords.Count < listed.Value.Count)
            remarks.Add($"主题词只取了 {keywords.Count} 个（每个不超过 {ContentRules.MaxKeyword} 字，最多 {ContentRules.MaxKeywords} 个），请核对。");
        if (string.IsNullOrWhiteSpace(category) && CategorySuggestion.Of(categories, title, document.Kind?.Value, keywords,
            BodyText.Of(document.Body.ToString())) is { } proposed)
        {
            category = proposed.Category.Code;
            remarks.Add($"分类“{proposed.Category.Name}”是推测的，因为{proposed.Place}中有“{proposed.Word}”，请核对。");
        }

        // What a note quotes is read by others than the drafter.
        remarks = [.. remarks.Select(words => Masks.Apply(words, SensitiveDataScanner.Scan(words)))];
        return (new ItemRequest
        {
            Title = title,
            // Of a document that is nothing but its title the title is the text.
            Body = (document.Body.Blocks.Count > 0 ? document.Body : new Body([new Paragraph([new TextRun(title)])])).ToString(),
            Category = category,
            DocumentNumber = Fitting(document.DocumentNumber?.Value, ContentRules.MaxDocumentNumber, "文号"),
            IssuingOrgan = Fitting(document.IssuingOrgan?.Value, ContentRules.MaxOrgan, "发文机关"),
            ProducedOn = document.ProducedOn?.Value,
            Keywords = keywords,
        }, remarks);

        string? Fitting(string? value, int max, string name)
        {
            if (value is null || (value.Length <= max && EnteredText.ProblemOfLine(value) is null)) return value;
            remarks.Add($"识别的{name}超过 {max} 字或者含有看不见的字符，没有填写，请核对。");
            return null;
        }
    }
}
