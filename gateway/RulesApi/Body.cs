using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Disclosure.Kernel;

namespace Disclosure.Gateway.RulesApi;

/// <summary>Reads a body as UTF-8 text up to a bound.</summary>
internal static class Body
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private static readonly Failure NotUtf8 = new(FailureKind.Invalid, "not-utf-8", "请求内容不是 UTF-8 文本", "请以 UTF-8 编码重新提交。");

    public static async Task<Outcome<string>> ReadAsync(HttpRequest request, int maxBytes)
    {
        if (request.ContentLength > maxBytes) return TooLarge(maxBytes);
        while (true)
        {
            ReadResult read = await request.BodyReader.ReadAsync(request.HttpContext.RequestAborted);
            if (read.Buffer.Length > maxBytes) return TooLarge(maxBytes);
            if (!read.IsCompleted)
            {
                request.BodyReader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                continue;
            }

            var outcome = Decode(read.Buffer);
            request.BodyReader.AdvanceTo(read.Buffer.End);
            return outcome;
        }
    }

    private static Outcome<string> Decode(ReadOnlySequence<byte> bytes)
    {
        try
        {
            return Strict.GetString(bytes).TrimStart('\uFEFF');
        }
        catch (DecoderFallbackException)
        {
            return NotUtf8;
        }
    }

    private static Failure TooLarge(int maxBytes)
        => new(FailureKind.TooLarge, "body-too-large", "请求内容过大", $"不应超过 {maxBytes / 1024} KB，请分次提交。");
}
