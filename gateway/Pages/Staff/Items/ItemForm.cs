using System.Globalization;
using System.Text;
using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Documents.Bodies;
using Disclosure.Gateway.Clients;
using Disclosure.Gateway.Portal;
using Disclosure.Kernel;
using Disclosure.Rules.Scanning;
using Microsoft.Extensions.Primitives;

namespace Disclosure.Gateway.Pages.Staff.Items;

/// <summary>What the editor shows and sends: as typed, so that nothing a person wrote is lost by a refusal.</summary>
public sealed record ItemForm
{
    /// <summary>Finds looked for in vain in what was typed; more would cost the square of its length.</summary>
    private const int MaxMisses = 20;

    private static readonly char[] Separators = [',', '，', '、', ';', '；', ' ', '　', '\n'];

    /// <summary>名称.</summary>
    public string? Title { get; init; }

    /// <summary>正文 as it is typed: lines are paragraphs, anything else stands in elements (docs/bodies.md).</summary>
    public string? Body { get; init; }

    /// <summary>Category code.</summary>
    public string? Category { get; init; }

    /// <summary>文号.</summary>
    public string? DocumentNumber { get; init; }

    /// <summary>发文机关.</summary>
    public string? IssuingOrgan { get; init; }

    /// <summary>成文日期 as typed.</summary>
    public string? ProducedOn { get; init; }

    /// <summary>公开属性; null where what was posted is none.</summary>
    public DisclosureAttribute? Attribute { get; init; } = DisclosureAttribute.Proactive;

    /// <summary>Code of the ground.</summary>
    public string? Ground { get; init; }

    /// <summary>公开范围; null where what was posted is none.</summary>
    public DisclosureScope? Scope { get; init; } = DisclosureScope.Public;

    /// <summary>涉密情况; null where what was posted is none.</summary>
    public Secrecy? Secrecy { get; init; } = Kernel.Secrecy.Cleared;

    /// <summary>Channel codes.</summary>
    public IReadOnlyList<string> Channels { get; init; } = ["portal"];

    /// <summary>主题词 as typed.</summary>
    public string? Keywords { get; init; }

    /// <summary>内容概述.</summary>
    public string? Summary { get; init; }

    /// <summary>Conditions that switch review steps on.</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];

    /// <summary>解读材料 that the item names: ids.</summary>
    public IReadOnlyList<string> Interpretations { get; init; } = [];

    /// <summary>Documents that it explains: ids, or index numbers as typed.</summary>
    public IReadOnlyList<string> Interprets { get; init; } = [];

    /// <summary>索引号 or address of the pre-disclosure as typed.</summary>
    public string? PreDisclosed { get; init; }

    /// <summary>First day of the pre-disclosure as typed.</summary>
    public string? PreDisclosedFrom { get; init; }

    /// <summary>Last day of the pre-disclosure as typed.</summary>
    public string? PreDisclosedTo { get; init; }

    /// <summary>The form of an item.</summary>
    /// <param name="item">The item.</param>
    /// <param name="companions">What accompanies it; null where that is not known.</param>
    /// <returns>The form.</returns>
    public static ItemForm Of(StaffItem item, ItemCompanions? companions = null)
    {
        ArgumentNullException.ThrowIfNull(item);
        return new ItemForm
        {
            Title = item.Title,
            Body = BodyMarkup.ForEditing(item.Body),
            Category = item.Category,
            DocumentNumber = item.DocumentNumber,
            IssuingOrgan = item.IssuingOrgan,
            ProducedOn = Labels.Date(item.ProducedOn),
            Attribute = item.Attribute,
            Ground = item.Ground,
            Scope = item.Scope,
            Secrecy = item.Secrecy,
            Channels = item.Channels,
            Keywords = string.Join('、', item.Keywords),
            Summary = item.Summary,
            Conditions = item.Conditions,
            Interpretations = [.. item.Interpretations.Select(id => id.ToString())],
            Interprets = [.. item.Interprets.Select(id => id.ToString())],
            PreDisclosed = item.PreDisclosure?.Address ?? companions?.PreDisclosed?.Number ?? item.PreDisclosure?.Item?.ToString(),
            PreDisclosedFrom = Labels.Date(item.PreDisclosure?.From),
            PreDisclosedTo = Labels.Date(item.PreDisclosure?.To),
        };
    }

    /// <summary>The form as it was posted.</summary>
    /// <param name="form">Posted fields.</param>
    /// <returns>The form.</returns>
    public static ItemForm Of(IFormCollection form)
    {
        ArgumentNullException.ThrowIfNull(form);
        return new ItemForm
        {
            Title = form["title"],
            Body = form["body"],
            Category = form["category"],
            DocumentNumber = form["documentNumber"],
            IssuingOrgan = form["issuingOrgan"],
            ProducedOn = form["producedOn"],
            Attribute = Choice(form["attribute"], DisclosureAttribute.Proactive),
            Ground = Text(form["ground"]),
            Scope = Choice(form["scope"], DisclosureScope.Public),
            Secrecy = Choice(form["secrecy"], Kernel.Secrecy.Cleared),
            Channels = [.. form["channels"].OfType<string>()],
            Keywords = form["keywords"],
            Summary = form["summary"],
            Conditions = [.. form["conditions"].OfType<string>()],
            Interpretations = [.. form["interpretations"].OfType<string>()],
            Interprets = [.. form["interprets"].OfType<string>().SelectMany(Words).Distinct()],
            PreDisclosed = Text(form["preDisclosed"]),
            PreDisclosedFrom = Text(form["preDisclosedFrom"]),
            PreDisclosedTo = Text(form["preDisclosedTo"]),
        };
    }

    /// <summary>Personal data in what readers would see (自检), field by field.</summary>
    /// <returns>The finds.</returns>
    internal IEnumerable<Find> PersonalData() => Of("title", "名称", Title).Concat(Of("summary", "内容概述", Summary))
        .Concat(OfBody());

    /// <summary>Lines are counted in the box in which the text is typed; a number that marks part there has none.</summary>
    private IEnumerable<Find> OfBody()
    {
        if (string.IsNullOrEmpty(Body)) yield break;
        var (typed, at, line, misses) = (Body.ReplaceLineEndings("\n"), 0, 1, 0);
        foreach (var find in Of("body", "正文", BodyText.Of(Body)))
        {
            var found = misses < MaxMisses ? typed.IndexOf(find.Span.Text, at, StringComparison.Ordinal) : -1;
            if (found < 0)
            {
                misses++;
                yield return find;
                continue;
            }

            line += typed.AsSpan(at, found - at).Count('\n');
            yield return find with { Line = line };
            line += find.Span.Text.Count(c => c == '\n');
            at = found + find.Span.Text.Length;
        }
    }

    /// <summary>The same with the chosen finds covered (遮盖).</summary>
    /// <param name="keys">Keys of the finds.</param>
    /// <returns>The masked form.</returns>
    internal ItemForm Masked(IReadOnlyCollection<string?> keys)
    {
        var chosen = PersonalData().Where(find => keys.Contains(find.Key)).ToLookup(find => find.Field, find => find.Span);
        return this with
        {
            Title = Cover(Title, chosen["title"]),
            Summary = Cover(Summary, chosen["summary"]),
            Body = CoverBody(Body, chosen["body"]),
        };
    }

    private static IEnumerable<Find> Of(string field, string label, string? text)
        => string.IsNullOrEmpty(text) ? [] : SensitiveDataScanner.Scan(text).Select(span => new Find(field, label, span));

    private static string? Cover(string? text, IEnumerable<SensitiveSpan> spans)
    {
        if (string.IsNullOrEmpty(text)) return text;
        var covered = new StringBuilder(text);
        // From the end, so that earlier positions stay right whatever length a mask has.
        foreach (var span in spans.Reverse()) covered.Remove(span.Start, span.Length).Insert(span.Start, span.Masked);
        return covered.ToString();
    }

    /// <summary>Covers what was found in the text of a body; the body's elements stay as they are.</summary>
    private static string? CoverBody(string? source, IEnumerable<SensitiveSpan> spans)
        => source is null ? null : Documents.Bodies.Body.Read(source).Body is not { } body ? Cover(source, spans)
        : BodyEdit.Apply(body, spans.Select(span => new TextChange(span.Start, span.Length, span.Masked))).ToEditingForm();

    /// <summary>Personal data at a place of a field.</summary>
    internal sealed record Find(string Field, string Label, SensitiveSpan Span)
    {
        /// <summary>Names the find in a form.</summary>
        public string Key => string.Create(CultureInfo.InvariantCulture, $"{Field}-{Span.Start}");

        /// <summary>Where it stands, for people.</summary>
        public string Place => Line is { } line ? $"{Label}第 {line} 行" : Label;

        /// <summary>Line of the box in which it was typed; null where it is not told.</summary>
        public int? Line { get; init; }

        /// <summary>Which words are meant: the mask, or their beginning where the mask leaves nothing of them.</summary>
        public string Shown => Span.Masked.Any(char.IsLetterOrDigit) ? Span.Masked
            : $"{Span.Text[..Math.Min(Recognised, (Span.Text.Length + 1) / 2)]}…";

        /// <summary>Characters by which an address is recognised.</summary>
        private const int Recognised = 10;

        /// <summary>Whether it is a person's for sure; a fixed phone or an e-mail is often the office's own.</summary>
        public bool IsPrivate => Span.Kind is not (SensitiveKind.FixedPhone or SensitiveKind.Email);
    }

    /// <summary>What Catalogue is asked to keep.</summary>
    /// <exception cref="InvalidOperationException">Something is <see cref="Unreadable"/>.</exception>
    internal ItemRequest ToRequest() => new()
    {
        Title = Text(Title),
        Body = Body,
        Category = Text(Category),
        DocumentNumber = Text(DocumentNumber),
        IssuingOrgan = Text(IssuingOrgan),
        ProducedOn = Day(ProducedOn),
        Attribute = Attribute!.Value,
        Ground = Text(Ground),
        Scope = Scope!.Value,
        Secrecy = Secrecy!.Value,
        Channels = Channels,
        Keywords = [.. Words(Keywords ?? "").Distinct()],
        Summary = Text(Summary?.ReplaceLineEndings(" ")),
        Conditions = Conditions,
        Interpretations = Interpretations,
        Interprets = Interprets,
        PreDisclosure = ToPreDisclosure(),
    };

    private PreDisclosureRequest? ToPreDisclosure()
    {
        if (PreDisclosed is null && PreDisclosedFrom is null && PreDisclosedTo is null) return null;
        var elsewhere = PreDisclosed?.Contains("://", StringComparison.Ordinal) == true;
        return new PreDisclosureRequest(elsewhere ? null : PreDisclosed, elsewhere ? PreDisclosed : null, Day(PreDisclosedFrom),
            Day(PreDisclosedTo));
    }

    /// <summary>Said before the service is asked, which takes only dates and known choices; null when everything is one.</summary>
    internal ServiceProblem? Unreadable()
    {
        (string Field, string Name, bool Readable)[] fields =
        [
            ("producedOn", "成文日期", IsDay(ProducedOn)), ("preDisclosure.from", "预公开的开始日期", IsDay(PreDisclosedFrom)),
            ("preDisclosure.to", "预公开的截止日期", IsDay(PreDisclosedTo)), ("attribute", "公开属性", Attribute is not null),
            ("scope", "公开范围", Scope is not null), ("secrecy", "涉密情况", Secrecy is not null),
        ];
        if (fields.FirstOrDefault(one => !one.Readable) is not { Field: { } field } wrong) return null;
        var (title, detail) = wrong.Name.EndsWith("日期", StringComparison.Ordinal) ? ($"{wrong.Name}不是有效日期", "请按“年-月-日”填写，例如 2026-01-05。")
            : ($"没有这种{wrong.Name}", "请从页面列出的选项中选择。");
        return new ServiceProblem(StatusCodes.Status422UnprocessableEntity, title, detail,
            new Dictionary<string, IReadOnlyList<string>> { [field] = [title] });
    }

    private static bool IsDay(string? typed) => string.IsNullOrWhiteSpace(typed) || Day(typed) is not null;

    /// <summary>A field that the form does not have takes the plain case; one without a value, or with none that we know, is refused and
    /// never guessed.</summary>
    private static T? Choice<T>(StringValues posted, T plain) where T : struct, Enum
        => posted.Count == 0 ? plain : Codes.Parse<T>(posted.ToString());

    private static DateOnly? Day(string? typed)
        => DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private static string[] Words(string typed)
        => typed.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? Text(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();
}
