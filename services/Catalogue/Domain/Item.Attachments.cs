using Disclosure.Kernel;

namespace Disclosure.Catalogue.Domain;

/// <summary>附件 of the working content: they are reviewed, published and revised with it.</summary>
internal sealed partial class Item
{
    /// <summary>Adds a file, or puts it in the place of another (添加、替换附件).</summary>
    /// <param name="editor">Who does it.</param>
    /// <param name="file">The file.</param>
    /// <param name="replaced">Digest of the released file that it replaces; null to add it at the end.</param>
    /// <param name="now">When.</param>
    public Verdict Attach(Actor editor, Attachment file, string? replaced, DateTimeOffset now)
    {
        var files = Content.Attachments;
        var at = replaced is null ? files.Count : files.FindIndex(one => one.Digest == replaced);
        if (at < 0) return State.IsEditable() ? AttachmentFailures.Unknown : ItemFailures.NotEditable(State);
        List<Attachment> others = [.. files.Where(one => one.Digest != replaced)];
        if (others.Find(one => one.Digest == file.Digest) is { } same) return AttachmentFailures.SameFile(same);
        // The new edition of a file goes by the name that readers know.
        if (at < files.Count && files[at].Type == file.Type) file = file with { Name = files[at].Name };
        return Arrange(editor, [.. files.Take(at), file, .. files.Skip(replaced is null ? at : at + 1)], now);
    }

    /// <summary>Keeps these files in this order under these names (排序、改名、移除附件).</summary>
    /// <param name="editor">Who does it.</param>
    /// <param name="files">Files that the item has, none twice.</param>
    /// <param name="now">When.</param>
    public Verdict Arrange(Actor editor, IReadOnlyList<Attachment> files, DateTimeOffset now)
    {
        if (!State.IsEditable()) return ItemFailures.NotEditable(State);
        if (files.Count > Attachment.MaxCount) return AttachmentFailures.TooMany;
        // Readers save them side by side, on systems that do not tell A from a.
        if (files.GroupBy(file => file.Name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1) is { } twice)
            return AttachmentFailures.SameName(twice.Key);
        Content = Content with { Attachments = [.. files] };
        Contributed(editor);
        UpdatedAt = now;
        return Fact(ItemActs.AttachmentsChanged, editor);
    }
}
