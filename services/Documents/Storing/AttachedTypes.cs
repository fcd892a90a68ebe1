using System.Runtime.InteropServices;
using Disclosure.Documents.Import;
using Disclosure.Documents.Import.Text;
using Disclosure.Documents.Packages;
using Disclosure.Kernel;

namespace Disclosure.Documents.Storing;

/// <summary>What the types of attachments are called, and how a file's bytes tell its type (附件类型).</summary>
public static class AttachedTypes
{
    private const int HeadSize = 1_024;

    /// <summary>The type as HTTP names it.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Media type; text is sent as it was uploaded, whose encoding nobody vouches for.</returns>
    public static string MediaType(AttachedType type) => type switch
    {
        AttachedType.Pdf => "application/pdf",
        AttachedType.Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        AttachedType.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        AttachedType.Pptx => "application/vnd.openxmlformats-officedocument.presentationml.presentation",
        AttachedType.Text => "text/plain",
        AttachedType.Csv => "text/csv",
        AttachedType.Jpeg => "image/jpeg",
        AttachedType.Png => "image/png",
        AttachedType.Gif => "image/gif",
        AttachedType.Zip => "application/zip",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The type as people call it.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Its name, Chinese.</returns>
    public static string Name(AttachedType type) => type switch
    {
        AttachedType.Pdf => "PDF 文件",
        AttachedType.Docx => "Word 文档",
        AttachedType.Xlsx => "Excel 表格",
        AttachedType.Pptx => "PowerPoint 演示文稿",
        AttachedType.Text => "文本文件",
        AttachedType.Csv => "CSV 表格",
        AttachedType.Jpeg => "JPEG 图片",
        AttachedType.Png => "PNG 图片",
        AttachedType.Gif => "GIF 图片",
        AttachedType.Zip => "ZIP 压缩包",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>How names of files of a type end.</summary>
    /// <param name="type">The type.</param>
    /// <returns>Endings in lower case with their dot, the usual one first.</returns>
    public static IReadOnlyList<string> Extensions(AttachedType type) => type switch
    {
        AttachedType.Pdf => [".pdf"],
        AttachedType.Docx => [".docx"],
        AttachedType.Xlsx => [".xlsx"],
        AttachedType.Pptx => [".pptx"],
        AttachedType.Text => [".txt"],
        AttachedType.Csv => [".csv"],
        AttachedType.Jpeg => [".jpg", ".jpeg"],
        AttachedType.Png => [".png"],
        AttachedType.Gif => [".gif"],
        AttachedType.Zip => [".zip"],
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    /// <summary>The type of a file by what is in it; its name must end as such files do.</summary>
    /// <param name="seekable">The file, read from its beginning; stays open.</param>
    /// <param name="fileName">Its name.</param>
    /// <returns>The type, or why the file is not taken.</returns>
    public static Outcome<AttachedType> Of(Stream seekable, string fileName)
    {
        ArgumentNullException.ThrowIfNull(seekable);
        ArgumentNullException.ThrowIfNull(fileName);
        try
        {
            seekable.Position = 0;
            if (seekable.Length == 0) return AttachedTypeFailures.Empty;
            var head = new byte[Math.Min(HeadSize, seekable.Length)];
            seekable.ReadExactly(head);
            var found = OfContent(seekable, head, fileName);
            return found.Failure is null ? Fitting(found.Value, fileName) : found;
        }
        catch (RefusedException refused)
        {
            return refused.Failure;
        }
        catch (EndOfStreamException)
        {
            return PackageFailures.Damaged;
        }
    }

    private static Outcome<AttachedType> OfContent(Stream file, ReadOnlySpan<byte> head, string name) => head switch
    {
        [0xFF, 0xD8, 0xFF, ..] => AttachedType.Jpeg,
        [0x89, (byte)'P', (byte)'N', (byte)'G', (byte)'\r', (byte)'\n', 0x1A, (byte)'\n', ..] => AttachedType.Png,
        [(byte)'G', (byte)'I', (byte)'F', (byte)'8', (byte)'7' or (byte)'9', (byte)'a', ..] => AttachedType.Gif,
        [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => AttachedTypeFailures.OldOffice,
        [(byte)'P', (byte)'K', 3, 4, ..] => PackageKind.Of(file),
        [(byte)'P', (byte)'K', 5, 6, ..] => AttachedTypeFailures.EmptyArchive,
        _ when head.TrimStart("\uFEFF \t\r\n"u8).StartsWith("%PDF-"u8) => AttachedType.Pdf,
        _ when IsForeign(head) => AttachedTypeFailures.Unsupported,
        _ => OfText(file, name),
    };

    /// <summary>Rich text, archives and programs, some of which would pass for text.</summary>
    private static bool IsForeign(ReadOnlySpan<byte> head) => head.StartsWith("{\\rtf"u8) || head.StartsWith("Rar!"u8)
        || head is [(byte)'7', (byte)'z', 0xBC, 0xAF, ..] or [0x1F, 0x8B, ..] || head.StartsWith("\u007fELF"u8)
        || head.StartsWith("%!PS"u8) || head.StartsWith("#!"u8);

    private static Outcome<AttachedType> OfText(Stream file, string name)
    {
        if (file.Length > DocumentReader.MaxBytes) return AttachedTypeFailures.LongText;
        var bytes = new byte[file.Length];
        file.Position = 0;
        file.ReadExactly(bytes);
        if (HoldsNul(bytes) || Decoded.Of(bytes) is not { } decoded) return AttachedTypeFailures.Unsupported;
        if (IsMarkup(decoded.Text)) return AttachedTypeFailures.Markup;
        return Ending(name) == ".csv" ? AttachedType.Csv : AttachedType.Text;
    }

    /// <summary>U+0000: two bytes at an even place in UTF-16, one in UTF-8.</summary>
    private static bool HoldsNul(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith("\uFEFF"u8) && bytes.Contains((byte)0)) return true;
        foreach (var unit in MemoryMarshal.Cast<byte, ushort>(bytes))
            if (unit == 0) return true;
        return false;
    }

    /// <summary>What a browser would take for a page, a drawing or a script, whatever its name says.</summary>
    private static bool IsMarkup(string text)
    {
        var start = text.AsSpan(0, Math.Min(text.Length, HeadSize)).TrimStart();
        ReadOnlySpan<string> marks = ["<!doctype", "<html", "<head", "<body", "<script", "<svg", "<?xml", "<?php", "<!--", "<iframe",
            "<table"];
        foreach (var mark in marks)
            if (start.StartsWith(mark, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }

    private static Outcome<AttachedType> Fitting(AttachedType type, string name)
    {
        var ending = Ending(name);
        if (Extensions(type).Contains(ending)) return type;
        if (ending.Length == 0) return AttachedTypeFailures.NoEnding(type, name);
        // Text is told by its name: a script is text, too.
        return type == AttachedType.Text && !Enum.GetValues<AttachedType>().Any(other => Extensions(other).Contains(ending))
            ? AttachedTypeFailures.Unsupported : AttachedTypeFailures.OtherEnding(type, ending);
    }

    private static string Ending(string name)
    {
        var trimmed = name.Trim();
        return trimmed.LastIndexOf('.') is >= 0 and var dot && dot < trimmed.Length - 1 ? trimmed[dot..].ToLowerInvariant() : "";
    }
}
