using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Disclosure.Documents.Import;

namespace Disclosure.Documents.Release.Stripping.Pdf;

/// <summary>Writes a PDF of one revision, whose small objects are packed together (ISO 32000, 7.5.7 and 7.5.8). The same objects give the
/// same bytes.</summary>
internal sealed class PdfOutput : IDisposable
{
    private const int MaxHeld = 200;
    private const int RowSize = 7;

    private readonly MemoryStream output = new();
    private readonly long most;
    private readonly SortedDictionary<int, (byte Kind, int Place, int Index)> rows = [];
    private readonly List<(int Number, byte[] Text)> waiting = [];
    private int numbers;

    /// <param name="version">Of the format, at least that which knows packed objects.</param>
    /// <param name="most">Bytes at most.</param>
    public PdfOutput(string version, long most)
    {
        this.most = most;
        Write($"%PDF-{version}\n%\u00E2\u00E3\u00CF\u00D3\n");
    }

    /// <summary>The number of one more object.</summary>
    public int Next() => ++numbers;

    /// <summary>Adds an object without bytes.</summary>
    public void Add(int number, MemoryStream text)
    {
        waiting.Add((number, text.ToArray()));
        if (waiting.Count == MaxHeld) Hold();
    }

    /// <summary>Adds an object with bytes.</summary>
    public void Add(int number, MemoryStream head, ReadOnlySpan<byte> bytes)
    {
        if (output.Length + head.Length + bytes.Length > most) throw new RefusedException(StripFailures.ComplexPdf);
        rows[number] = (1, (int)output.Position, 0);
        Write(string.Create(CultureInfo.InvariantCulture, $"{number} 0 obj\n"));
        head.WriteTo(output);
        Write("\nstream\n");
        output.Write(bytes);
        Write("\nendstream\nendobj\n");
    }

    /// <summary>The file; its first object is the root.</summary>
    public byte[] Finish()
    {
        if (waiting.Count > 0) Hold();
        var next = Next();
        var start = (int)output.Position;
        rows[next] = (1, start, 0);
        var table = new byte[(next + 1) * RowSize];
        table[RowSize - 1] = table[RowSize - 2] = 0xFF;
        foreach (var (number, row) in rows)
        {
            var bytes = table.AsSpan(number * RowSize, RowSize);
            bytes[0] = row.Kind;
            BinaryPrimitives.WriteInt32BigEndian(bytes[1..], row.Place);
            BinaryPrimitives.WriteUInt16BigEndian(bytes[5..], (ushort)row.Index);
        }

        var packed = Flate.Pack(table);
        // A name that tells nothing but what is in the file.
        var id = Convert.ToHexString(SHA256.HashData(output.GetBuffer().AsSpan(0, start)).AsSpan(0, 16));
        Write(string.Create(CultureInfo.InvariantCulture, $"{next} 0 obj\n<</Type /XRef /Size {next + 1} /Root 1 0 R /W [1 4 2] "
            + $"/ID [<{id}> <{id}>] /Filter /FlateDecode /Length {packed.Length} >>\nstream\n"));
        output.Write(packed);
        Write(string.Create(CultureInfo.InvariantCulture, $"\nendstream\nendobj\nstartxref\n{start}\n%%EOF\n"));
        return output.ToArray();
    }

    public void Dispose() => output.Dispose();

    private void Hold()
    {
        var (holder, head, body) = (Next(), new StringBuilder(), new MemoryStream());
        for (var place = 0; place < waiting.Count; place++)
        {
            var (number, text) = waiting[place];
            head.Append(CultureInfo.InvariantCulture, $"{number} {body.Position} ");
            rows[number] = (2, holder, place);
            body.Write(text);
            body.WriteByte((byte)'\n');
        }

        var first = Encoding.ASCII.GetBytes(head.ToString());
        var packed = Flate.Pack([.. first, .. body.ToArray()]);
        using var map = new MemoryStream(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture,
            $"<</Type /ObjStm /N {waiting.Count} /First {first.Length} /Filter /FlateDecode /Length {packed.Length} >>")));
        Add(holder, map, packed);
        waiting.Clear();
    }

    private void Write(string text) => output.Write(Encoding.Latin1.GetBytes(text));
}
