using System.Reflection;
using Disclosure.Documents.Storing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace Disclosure.ServiceDefaults.Files;

/// <summary>A stored file as every door answers it (附件下载): to be saved and never run, of the type that its bytes have, in parts where
/// they are asked for.</summary>
/// <remarks>It is named by its digest: whoever has a copy asks whether it is still open to them and gets no bytes again.</remarks>
public sealed class FileAnswer : IResult, IEndpointMetadataProvider
{
    /// <summary>What a file may do where a browser shows it after all: nothing.</summary>
    public const string Policy = "sandbox; default-src 'none'";

    private readonly FileStreamHttpResult file;

    private FileAnswer(FileStreamHttpResult file) => this.file = file;

    /// <summary>Answers with a file.</summary>
    /// <param name="content">The bytes, seekable; closed when they are sent.</param>
    /// <param name="mediaType">Media type, as the bytes say.</param>
    /// <param name="name">File name.</param>
    /// <param name="digest">Digest of the bytes.</param>
    /// <returns>The answer.</returns>
    public static FileAnswer Of(Stream content, string mediaType, string name, FileDigest digest)
        => new(TypedResults.Stream(content, mediaType, name, entityTag: new EntityTagHeaderValue($"\"{digest.Value}\""),
            enableRangeProcessing: true));

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var headers = httpContext.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.ContentSecurityPolicy = Policy;
        headers.CacheControl = "private, no-cache";
        return file.ExecuteAsync(httpContext);
    }

    /// <inheritdoc/>
    static void IEndpointMetadataProvider.PopulateMetadata(MethodInfo method, EndpointBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), ["application/octet-stream"]));
    }
}
