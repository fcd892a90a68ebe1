using System.Text;

namespace Disclosure.Documents.Release.Reading;

/// <summary>Long numbers among bytes that are otherwise not read: identity numbers and cards, whose length chance does not make.</summary>
internal static class DigitRuns
{
    private const int Shortest = 15;
    private const int Longest = 20;
    private const int Most = 1_000;

    /// <summary>The numbers, a line each, whether a character takes one byte or two.</summary>
    public static string In(ReadOnlySpan<byte> bytes)
    {
        var lines = new StringBuilder();
        var left = Most;
        Find(bytes, 1, 0, lines, ref left);
        // Of UTF-16 the other byte is zero.
        Find(bytes, 2, 0, lines, ref left);
        Find(bytes, 2, 1, lines, ref left);
        return lines.ToString();
    }

    private static void Find(ReadOnlySpan<byte> bytes, int step, int start, StringBuilder lines, ref int left)
    {
        var run = 0;
        for (var at = start; at < bytes.Length && left > 0; at += step)
        {
            if (IsDigit(bytes, at, step))
            {
                run++;
                continue;
            }

            if (run >= Shortest - 1) Add(bytes, at, run, step, lines, ref left);
            run = 0;
        }

        if (run >= Shortest) Add(bytes, start + ((bytes.Length - start + step - 1) / step * step), run, step, lines, ref left);
    }

    private static bool IsDigit(ReadOnlySpan<byte> bytes, int at, int step) => bytes[at] is >= (byte)'0' and <= (byte)'9'
        && (step == 1 || at + 1 >= bytes.Length || bytes[at + 1] == 0);

    private static void Add(ReadOnlySpan<byte> bytes, int end, int run, int step, StringBuilder lines, ref int left)
    {
        var hasCheck = end < bytes.Length && (bytes[end] | 0x20) == 'x';
        if (run > Longest || (run < Shortest && !hasCheck)) return;
        for (var at = end - (run * step); at < end; at += step) lines.Append((char)bytes[at]);
        lines.Append(hasCheck ? "X\n" : "\n");
        left--;
    }
}
