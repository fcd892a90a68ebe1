using System.Net.Http.Headers;
using System.Text;
using Disclosure.Cli.Platform;

namespace Disclosure.Cli.Seed;

/// <summary>A file of a demonstration item: written out here, or one of <c>Seed/files</c>.</summary>
internal sealed record DemonstrationFile(string Name, string? Text = null, string? File = null);

/// <summary>附件 of the demonstration, attached as an officer does it.</summary>
internal static class DemonstrationFiles
{
    /// <summary>Attaches what is not attached yet.</summary>
    /// <param name="platform">The platform.</param>
    /// <param name="authority">The authority.</param>
    /// <param name="item">The draft.</param>
    /// <param name="read">The draft as it was read.</param>
    /// <param name="files">Its files in order.</param>
    /// <returns>The version of the draft with them.</returns>
    public static async Task<string?> AttachAsync(PlatformClient platform, string authority, Guid item, Answer read,
        IReadOnlyList<DemonstrationFile> files)
    {
        var etag = read.ETag;
        var there = read.Json.GetProperty("attachments").EnumerateArray().Select(file => file.GetProperty("name").GetString()).ToHashSet();
        foreach (var file in files.Where(file => !there.Contains(file.Name)))
        {
            using var content = new ByteArrayContent(await BytesAsync(file));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            using var form = new MultipartFormDataContent { { content, "file", file.Name } };
            etag = (await platform.SendAsync(Demonstration.Officer(authority), HttpMethod.Post,
                $"api/catalogue/{authority}/items/{item}/attachments", form, etag)).ETag;
        }

        return etag;
    }

    private static async Task<byte[]> BytesAsync(DemonstrationFile file)
    {
        // Excel takes a file of values for UTF-8 by this mark alone.
        if (file.Text is { } text) return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)];
        await using var resource = typeof(DemonstrationFiles).Assembly.GetManifestResourceStream($"files/{file.File}")
            ?? throw new InvalidOperationException($"The demonstration has no file {file.File}.");
        using var bytes = new MemoryStream();
        await resource.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
