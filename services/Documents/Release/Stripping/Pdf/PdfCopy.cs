using System.Globalization;
using System.Text;
using Disclosure.Documents.Import;
using Disclosure.Documents.Release.Stripping.Pictures;

namespace Disclosure.Documents.Release.Stripping.Pdf;

/// <summary>Copies what is reached from the root of a PDF, numbered in that order.</summary>
internal sealed class PdfCopy(PdfObjects objects, PdfOutput output)
{
    private readonly PdfFilter filter = new(objects);
    private readonly Dictionary<int, int> numbers = [];
    private readonly Queue<(int Old, string Parent)> waiting = [];

    /// <summary>Copies all.</summary>
    public void Run()
    {
        Number(objects.Root.Number, "");
        while (waiting.TryDequeue(out var next))
        {
            var text = new MemoryStream();
            var value = objects.Get(next.Old);
            if (value is PdfData data)
            {
                var bytes = Picture(data);
                Map(text, data.Map, next.Parent, string.Create(CultureInfo.InvariantCulture, $"/Length {bytes.Length} "));
                output.Add(numbers[next.Old], text, bytes.Span);
            }
            else
            {
                Write(text, value, next.Parent);
                output.Add(numbers[next.Old], text);
            }
        }
    }

    /// <summary>A photograph within a PDF carries what it did outside. Its own mark for how it is turned counts for nothing here.</summary>
    private static ReadOnlyMemory<byte> Picture(PdfData data)
    {
        var filter = data.Map["Filter"] is PdfList { Items: [var only] } ? only : data.Map["Filter"];
        if ((filter as PdfToken)?.Name is not ("DCTDecode" or "DCT")) return data.Bytes;
        try
        {
            return JpegStripper.Strip(data.Bytes.Span, keepsTurn: false);
        }
        catch (RefusedException)
        {
            // Programs show more pictures than the format allows.
            return data.Bytes;
        }
    }

    private void Write(MemoryStream text, PdfValue value, string key)
    {
        switch (value)
        {
            case PdfToken token:
                text.Write(token.Bytes.Span);
                break;
            case PdfLink link when filter.IsNothing(link):
                text.Write("null"u8);
                break;
            case PdfLink link:
                text.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{Number(link.Number, key)} 0 R")));
                break;
            case PdfList list:
                text.Write("["u8);
                foreach (var item in list.Items)
                {
                    if (filter.Drops(item)) text.Write("null"u8);
                    else Write(text, item, key);
                    text.Write(" "u8);
                }

                text.Write("]"u8);
                break;
            case PdfMap map:
                Map(text, map, key, "");
                break;
            default:
                throw PdfSyntax.Damaged();
        }
    }

    private void Map(MemoryStream text, PdfMap map, string parent, string length)
    {
        text.Write("<<"u8);
        text.Write(Encoding.ASCII.GetBytes(length));
        foreach (var entry in Last(map.Entries))
        {
            if (filter.Drops(parent, entry) || (length.Length > 0 && entry.Name == "Length")) continue;
            text.Write(entry.Key.Bytes.Span);
            text.Write(" "u8);
            Write(text, entry.Value, entry.Name);
            text.Write(" "u8);
        }

        text.Write(">>"u8);
    }

    /// <summary>The entries that count.</summary>
    private static IEnumerable<PdfEntry> Last(IReadOnlyList<PdfEntry> entries)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        return entries.All(entry => names.Add(entry.Name)) ? entries : entries.Reverse().DistinctBy(entry => entry.Name).Reverse();
    }

    private int Number(int old, string parent)
    {
        if (numbers.TryGetValue(old, out var number)) return number;
        numbers.Add(old, number = output.Next());
        waiting.Enqueue((old, parent));
        return number;
    }
}
