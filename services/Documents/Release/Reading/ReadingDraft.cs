using System.Text;

namespace Disclosure.Documents.Release.Reading;

/// <summary>What has been read of a file so far, and what may still be read of it and of all files within it.</summary>
internal sealed class ReadingDraft
{
    public const int MaxDepth = 3;

    private const int MaxLetters = 20_000_000;
    private const int MaxTraits = 10_000;

    private readonly List<FilePassage> passages = [];
    private readonly HashSet<FilePassage> known = [];
    private readonly List<FileTrait> traits = [];
    private readonly HashSet<FileTrait> knownTraits = [];
    private string prefix = "";
    private int letters;

    /// <summary>Unpacked bytes that may still be read.</summary>
    public long BytesLeft { get; set; } = 400L * 1024 * 1024;

    /// <summary>Entries of archives that may still be opened.</summary>
    public int EntriesLeft { get; set; } = 10_000;

    /// <summary>Files that the file being read lies within.</summary>
    public int Depth { get; private set; }

    /// <summary>Adds a text; one that says nothing, or the same at the same place again, is not added.</summary>
    public void Add(string place, string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return;
        var passage = new FilePassage(prefix + place, Valid(text));
        if (!known.Add(passage)) return;
        passages.Add(passage);
        if ((letters += text.Length) > MaxLetters) throw new BeyondBoundException($"文字超过 {MaxLetters:N0} 字，未能全部检查");
    }

    public void Add(FileTraitKind kind, string place)
    {
        // That something is unreadable is said beyond the bound too: the sentence that tells of the bound is one.
        if (kind != FileTraitKind.Unreadable && knownTraits.Count >= MaxTraits)
            throw new BeyondBoundException($"需要核对之处超过 {MaxTraits:N0} 处，未能全部检查");
        var trait = new FileTrait(kind, prefix + place);
        if (knownTraits.Add(trait)) traits.Add(trait);
    }

    /// <summary>Reads a file within the file.</summary>
    /// <param name="words">What its places begin with: “压缩包内‘x’：”.</param>
    /// <param name="read">Reads it.</param>
    public void Within(string words, Action read)
    {
        if (Depth >= MaxDepth)
        {
            Add(FileTraitKind.Unreadable, $"{words}文件层层嵌套超过 {MaxDepth} 层");
            return;
        }

        var outside = prefix;
        prefix += words;
        Depth++;
        try
        {
            read();
        }
        finally
        {
            Depth--;
            prefix = outside;
        }
    }

    public FileReading ToReading() => new(passages, traits);

    /// <summary>Half a character would not survive JSON.</summary>
    private static string Valid(string text)
    {
        if (text.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF') < 0) return text;
        var valid = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes()) valid.Append(rune.ToString());
        return valid.ToString();
    }
}
