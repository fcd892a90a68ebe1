using System.Diagnostics;
using System.Globalization;

namespace Disclosure.Runner.Execution;

/// <summary>Tells a person what happens: one line per step, with its time.</summary>
internal sealed class Reporter(TextWriter output, bool colours)
{
    private static readonly string[] Palette = ["36", "35", "33", "34", "32", "96", "95", "93"];
    private readonly Lock gate = new();
    private readonly long start = Stopwatch.GetTimestamp();

    public void Say(string text) => Write(text);

    public void Heading(string text) => Write(Paint("1", "==> ") + text);

    public void Ready(string resource, TimeSpan took, string detail)
        => Write($"  {Paint("32", "✓")} {resource,-24} {Seconds(took),7}  {detail}".TrimEnd());

    public void Waiting(IEnumerable<string> resources) => Write($"  {Paint("33", "…")} after {Seconds(Stopwatch.GetElapsedTime(start))} still waiting for {string.Join(", ", resources)}");

    public void Warn(string resource, string text) => Write($"  {Paint("33", "!")} {resource}: {text}");

    /// <summary>A failure with its reason and the end of its log.</summary>
    public void Failed(string resource, string reason, string log)
    {
        lock (gate)
        {
            output.WriteLine($"  {Paint("31", "✗")} {resource}: {reason}");
            output.WriteLine($"    log: {log}");
            // An exception's frames would push its message out of sight; they are in the log.
            foreach (var line in LastLines(log, 12, l => !l.StartsWith("   at ", StringComparison.Ordinal))) output.WriteLine(Paint("2", "    | " + line));
            output.Flush();
        }
    }

    /// <summary>One line of a resource's own output, marked with its name.</summary>
    public void Output(string resource, string line)
    {
        var hash = resource.Aggregate(17, (h, c) => unchecked((h * 31) + c));
        Write(Paint(Palette[(hash & int.MaxValue) % Palette.Length], $"{resource,-12}| ") + line);
    }

    public string Elapsed => Seconds(Stopwatch.GetElapsedTime(start));

    private static IReadOnlyList<string> LastLines(string file, int count, Func<string, bool> counts)
    {
        if (!File.Exists(file)) return [];
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        var lines = new Queue<string>();
        while (reader.ReadLine() is { } line)
        {
            if (counts(line)) lines.Enqueue(line);
            if (lines.Count > count) lines.Dequeue();
        }

        return [.. lines];
    }

    private void Write(string line)
    {
        lock (gate)
        {
            output.WriteLine(line);
            output.Flush();
        }
    }

    private string Paint(string code, string text) => colours ? $"\u001b[{code}m{text}\u001b[0m" : text;

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture) + " s";
}
