using Disclosure.Documents.Bodies;
using Disclosure.Documents.Import;
using Disclosure.Documents.Import.Recognising;

namespace Disclosure.Documents.Tests.Import.Recognising;

/// <summary>Papers as offices write them, by their lines.</summary>
internal static class Papers
{
    public static readonly DateOnly Today = new(2026, 11, 30);

    /// <summary>A paper whose head is given, with addressee, text and signature below.</summary>
    public static RecognisedDocument Headed(string head)
        => Recognise($"{head}\n\n各科室：\n\n　　现将有关事项通知如下。\n\n毕节市测试局\n2026年11月2日");

    /// <summary>A paper whose end is given, with number, title and text above.</summary>
    public static RecognisedDocument Closed(string end)
        => Recognise($"毕测发〔2026〕7号\n毕节市测试局关于开展试验的通知\n\n各科室：\n\n　　现将有关事项通知如下。\n\n{end}");

    public static RecognisedDocument Recognise(string text) => Recognition.Of(Read(text), Today);

    public static RecognisedDocument Recognise(params Block[] blocks) => Recognition.Of(new ReadDocument(new Body(blocks), []), Today);

    public static ReadDocument Read(string text) => new(Lines.ToBody(text), []);

    public static string[] TextOf(RecognisedDocument document) => BodyText.Of(document.Body).Split('\n');

    public static Paragraph Line(string text, Alignment alignment = Alignment.Start) => new([new TextRun(text)], alignment);
}
