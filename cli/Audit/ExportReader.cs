using System.Buffers;
using System.IO.Pipelines;
using Disclosure.Kernel.Auditing;

namespace Disclosure.Cli.Audit;

/// <summary>What an export turned out to be.</summary>
/// <param name="Service">The service whose chain it is; null without any entry.</param>
/// <param name="Authority">The authority of its entries; null without any.</param>
/// <param name="Position">Position of the last good entry.</param>
/// <param name="Hash">Hash of the last good entry.</param>
/// <param name="Line">The first line that does not fit, from 1; null where it is not a line.</param>
/// <param name="Problem">What does not fit, Chinese; null when all does.</param>
/// <param name="Sealed">Positions of the entries whose content is withheld: in their place, and silent.</param>
/// <param name="KnownAt">Position of the entry whose hash was known; null when none was asked for or found.</param>
internal sealed record ExportReport(string? Service, string? Authority, long Position, string Hash, long? Line, string? Problem,
    IReadOnlyList<long> Sealed, long? KnownAt)
{
    public string Place => Line is { } line ? $"第 {line} 行：" : "";
}

/// <summary>Examines an export line by line, whatever its size, without the platform that made it.</summary>
internal static class ExportReader
{
    /// <summary>Recomputes the chain and the hash of every entry.</summary>
    /// <param name="source">The export.</param>
    /// <param name="known">An entry that must be in it, or null.</param>
    /// <param name="cancellation">Cancels.</param>
    public static async Task<ExportReport> VerifyAsync(Stream source, KnownHead? known, CancellationToken cancellation)
    {
        var chain = new AuditChain();
        string? service = null, authority = null;
        long lines = 0;
        long? knownAt = null;
        var pipe = PipeReader.Create(source, new StreamPipeReaderOptions(leaveOpen: true));
        while (true)
        {
            var read = await pipe.ReadAsync(cancellation);
            var buffer = read.Buffer;
            while (Take(ref buffer, read.IsCompleted) is { } line)
            {
                lines++;
                var entry = AuditLine.Read(line);
                if ((entry is null ? "不是一条完整的审计记录" : chain.Examine(entry)) is { } problem)
                    return new ExportReport(service, authority, chain.Position, chain.Hash, lines, problem, chain.Sealed, knownAt);
                (service, authority) = (entry!.Service, entry.Authority);
                if (known?.Is(chain.Position, chain.Hash) == true) knownAt = chain.Position;
            }

            if (buffer.Length > AuditLine.MaxBytes) return new ExportReport(service, authority, chain.Position, chain.Hash, lines + 1,
                "过长，不是审计记录", chain.Sealed, knownAt);
            if (read.IsCompleted) break;
            pipe.AdvanceTo(buffer.Start, buffer.End);
        }

        return new ExportReport(service, authority, chain.Position, chain.Hash, null,
            known is not null && knownAt is null ? "没有另行保存的那一条：末尾被截去，或者整条链被重写" : null, chain.Sealed, knownAt);
    }

    /// <summary>The next line without its end, or null when the buffer holds no whole one. An end of the file ends a line too.</summary>
    private static ReadOnlySequence<byte>? Take(ref ReadOnlySequence<byte> buffer, bool isLast)
    {
        if (buffer.PositionOf((byte)'\n') is { } end)
        {
            var line = buffer.Slice(0, end);
            buffer = buffer.Slice(buffer.GetPosition(1, end));
            return line;
        }

        if (!isLast || buffer.IsEmpty) return null;
        var rest = buffer;
        buffer = buffer.Slice(buffer.End);
        return rest;
    }
}
