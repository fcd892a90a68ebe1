using Disclosure.Documents.Import;

namespace Disclosure.Documents.Packages;

/// <summary>What unpacking a file and the files within it may cost together.</summary>
/// <param name="mostEntries">Entries.</param>
/// <param name="mostBytes">Bytes unpacked.</param>
/// <param name="mostOfPart">Bytes of one entry.</param>
internal sealed class PackageBudget(int mostEntries, long mostBytes, int mostOfPart)
{
    private long entries;
    private long bytes;

    public int MaxPart => mostOfPart;

    public void TakeEntries(long count)
    {
        if (count < 0 || count > mostEntries - entries) throw new RefusedException(PackageFailures.TooManyEntries(mostEntries));
        entries += count;
    }

    /// <summary>Whether so many bytes could still be unpacked; asked before anything is.</summary>
    public void Check(long size)
    {
        if (size > mostBytes - bytes) throw new RefusedException(PackageFailures.TooLarge);
    }

    public void TakeBytes(long count)
    {
        Check(count);
        bytes += count;
    }
}
