using System.IO.Compression;
using System.Text;

namespace Disclosure.Documents.Tests.Packages;

/// <summary>Makes ZIPs, well-behaved and otherwise.</summary>
internal static class Zips
{
    public static readonly Encoding Gbk = CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!;

    public static byte[] Of(params (string Name, byte[] Content)[] entries) => Of(null, entries);

    /// <summary>With names in an encoding of old programs, which set no flag.</summary>
    public static byte[] Of(Encoding? names, params (string Name, byte[] Content)[] entries)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true, names))
        {
            if (names is null) archive.Comment = "PLANTED comment";
            foreach (var (name, content) in entries)
            {
                var entry = archive.CreateEntry(name);
                entry.LastWriteTime = new DateTimeOffset(2026, 3, 4, 5, 6, 8, TimeSpan.Zero);
                if (names is null) entry.Comment = "PLANTED comment";
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return file.ToArray();
    }

    public static (string Name, byte[] Content) Text(string name, string content) => (name, Encoding.UTF8.GetBytes(content));

    /// <summary>All entries with what is in them.</summary>
    public static Dictionary<string, byte[]> Entries(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file), ZipArchiveMode.Read);
        return archive.Entries.ToDictionary(entry => entry.FullName, entry =>
        {
            using var stream = entry.Open();
            using var content = new MemoryStream();
            stream.CopyTo(content);
            return content.ToArray();
        });
    }

    /// <summary>The file with bytes of its first entry in the directory changed.</summary>
    public static byte[] Patched(byte[] file, int offset, params ReadOnlySpan<byte> bytes)
    {
        var patched = file.ToArray();
        bytes.CopyTo(patched.AsSpan(patched.AsSpan().IndexOf("PK\u0001\u0002"u8) + offset));
        return patched;
    }
}
