using Disclosure.Kernel.People;
using Microsoft.EntityFrameworkCore;

namespace Disclosure.ServiceDefaults.Work;

/// <summary>Reads notices as their receiver may know them today: what is not open to the receiver is neither shown nor counted, and no
/// place on a page tells of it.</summary>
internal static class NoticeReading
{
    /// <summary>Notices whose subjects are looked up together.</summary>
    public const int Batch = 200;

    /// <summary>Notices that one answer looks at: behind so many in a row that are not open, a list ends.</summary>
    public const int MaxLookedAt = 1_000;

    /// <summary>The notices whose subject the receiver may know, with it.</summary>
    public static async Task<List<(Notice Notice, WorkSubject Subject)>> OfAsync(IWorkSource source, Person receiver,
        IReadOnlyCollection<Notice> notices, CancellationToken cancellation)
    {
        if (notices.Count == 0) return [];
        var subjects = await source.SubjectsAsync(receiver, [.. notices.Select(n => n.SubjectId).Distinct()], cancellation);
        return [.. from notice in notices
                   where subjects.ContainsKey(notice.SubjectId)
                   select (notice, subjects[notice.SubjectId])];
    }

    /// <summary>The latest notices of the receiver behind one of them.</summary>
    public static async Task<List<(Notice Notice, WorkSubject Subject)>> PageAsync(IWorkSource source, IQueryable<Notice> mine,
        Person receiver, Guid? after, int size, CancellationToken cancellation)
    {
        var found = new List<(Notice Notice, WorkSubject Subject)>();
        for (var lookedAt = 0; lookedAt < MaxLookedAt && found.Count < size; lookedAt += Batch)
        {
            // Most often everything is open, and then no more is read than is shown.
            var rows = await Latest(source.Open(mine, receiver), after).Take(lookedAt == 0 ? size : Batch).ToListAsync(cancellation);
            if (rows.Count == 0) break;
            found.AddRange(await OfAsync(source, receiver, rows, cancellation));
            after = rows[^1].Id;
        }

        return found.Count > size ? found[..size] : found;
    }

    /// <summary>How many of the latest notices are open to the receiver.</summary>
    public static async Task<int> CountAsync(IWorkSource source, IQueryable<Notice> mine, Person receiver, CancellationToken cancellation)
    {
        var subjects = await Latest(source.Open(mine, receiver), null).Take(MaxLookedAt).Select(n => n.SubjectId).ToListAsync(cancellation);
        var open = await OpenAsync(source, receiver, subjects, cancellation);
        return subjects.Count(open.Contains);
    }

    /// <summary>Those of the latest notices that are not open to the receiver.</summary>
    public static async Task<IReadOnlyList<Guid>> HiddenAsync(IWorkSource source, IQueryable<Notice> mine, Person receiver,
        CancellationToken cancellation)
    {
        var rows = await Latest(mine, null).Take(MaxLookedAt).Select(n => new { n.Id, n.SubjectId }).ToListAsync(cancellation);
        var open = await OpenAsync(source, receiver, rows.Select(row => row.SubjectId), cancellation);
        return [.. rows.Where(row => !open.Contains(row.SubjectId)).Select(row => row.Id)];
    }

    /// <summary>Ids are of version 7: their order is that of time.</summary>
    private static IQueryable<Notice> Latest(IQueryable<Notice> notices, Guid? after)
        => notices.Where(n => after == null || n.Id < after).OrderByDescending(n => n.Id);

    private static async Task<HashSet<Guid>> OpenAsync(IWorkSource source, Person receiver, IEnumerable<Guid> subjects,
        CancellationToken cancellation)
    {
        var open = new HashSet<Guid>();
        foreach (var some in subjects.Distinct().Chunk(Batch))
            open.UnionWith((await source.SubjectsAsync(receiver, some, cancellation)).Keys);
        return open;
    }
}
