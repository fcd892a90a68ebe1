using Disclosure.Contracts;
using Disclosure.Contracts.Work;
using Disclosure.Gateway.Clients;
using Polly;

namespace Disclosure.Gateway.Work;

/// <summary>A person's work and notices over all services (待办、通知), as one list.</summary>
/// <remarks>Services are asked at once. One that does not answer in time is named, and keeps nobody from the rest.</remarks>
internal sealed class PersonalWork(IEnumerable<ServiceWork> services)
{
    /// <summary>Rows of a page.</summary>
    public const int PageSize = 20;

    /// <summary>A page of one of the lists: the rows stand in the order that their places give.</summary>
    public async Task<Gathered<WorkItem>> ListAsync(string authority, WorkList list, string? after, CancellationToken cancellation)
        => Merge(await AskAsync(service => service.ListAsync(authority, list, after, PageSize, cancellation), cancellation),
            row => row.Place, StringComparer.Ordinal);

    /// <summary>A page of notices, the latest first.</summary>
    public async Task<Gathered<ServiceNotice>> NoticesAsync(string authority, bool unseen, string? after, int limit,
        CancellationToken cancellation)
    {
        var answers = await AskAsync(async service =>
        {
            var answer = await service.NoticesAsync(authority, unseen, after, limit, cancellation);
            return new Answer<Page<ServiceNotice>>(answer.Value is not { } page ? null
                : new Page<ServiceNotice>([.. page.Items.Select(notice => new ServiceNotice(service.Service, notice))], page.Next),
                answer.Problem);
        }, cancellation);
        // Ids are of version 7: as text, the later one is the greater one.
        return Merge(answers, row => row.Notice.Id.ToString(), Comparer<string>.Create((a, b) => string.CompareOrdinal(b, a)), limit);
    }

    /// <summary>How much there is, of the services that answer.</summary>
    public async Task<WorkCounts> CountAsync(string authority, CancellationToken cancellation)
        => (await AskAsync(service => service.CountAsync(authority, cancellation), cancellation)).Select(part => part.Answer?.Value)
            .OfType<WorkCounts>().Aggregate(new WorkCounts(0, 0, 0, 0), (sum, part) => new WorkCounts(sum.Todo + part.Todo,
                sum.Overdue + part.Overdue, sum.Waiting + part.Waiting, sum.Notices + part.Notices));

    /// <summary>The client of a service; null where there is none of that name.</summary>
    public ServiceWork? Of(string service) => services.FirstOrDefault(one => one.Service == service);

    private async Task<IReadOnlyList<Part<T>>> AskAsync<T>(Func<ServiceWork, Task<Answer<T>>> ask, CancellationToken cancellation)
        where T : class
        => await Task.WhenAll(services.Select(service => AskAsync(service, ask, cancellation)));

    private static async Task<Part<T>> AskAsync<T>(ServiceWork service, Func<ServiceWork, Task<Answer<T>>> ask,
        CancellationToken cancellation) where T : class
    {
        try
        {
            return new Part<T>(service.Service, await ask(service));
        }
        catch (Exception failure) when (failure is HttpRequestException or ExecutionRejectedException
            || (failure is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new Part<T>(service.Service, null);
        }
    }

    private static Gathered<T> Merge<T>(IReadOnlyList<Part<Page<T>>> parts, Func<T, string> placeOf, IComparer<string> order,
        int limit = PageSize)
    {
        var pages = parts.Select(part => part.Answer?.Value).OfType<Page<T>>().ToList();
        var rows = pages.SelectMany(page => page.Items).OrderBy(placeOf, order).ToList();
        // Behind the end of a page that is not the last one, its service may have earlier rows than another has.
        var ends = pages.Select(page => page.Next).OfType<string>().ToList();
        var first = ends.Min(order);
        List<T> shown = [.. rows.TakeWhile(row => first is null || order.Compare(placeOf(row), first) <= 0).Take(limit)];
        // A service leaves out what is not open to the person, so a page may be short although there are more.
        var next = shown.Count == limit && (shown.Count < rows.Count || ends.Count > 0) ? placeOf(shown[^1]) : first;
        return new Gathered<T>(shown, next, [.. parts.Where(part => part.Answer is null).Select(part => part.Service)],
            parts.Select(part => part.Answer?.Problem).FirstOrDefault(problem => problem is not null));
    }

    private sealed record Part<T>(string Service, Answer<T>? Answer) where T : class;
}

/// <summary>Rows of all services that answered.</summary>
/// <typeparam name="T">Type of the rows.</typeparam>
/// <param name="Items">The rows, merged.</param>
/// <param name="Next">Where the next page begins, in every service; null on the last.</param>
/// <param name="Silent">Services that did not answer: what lies with them is missing here.</param>
/// <param name="Problem">What a service refused; null where none did.</param>
public sealed record Gathered<T>(IReadOnlyList<T> Items, string? Next, IReadOnlyList<string> Silent, ServiceProblem? Problem);

/// <summary>A notice and the service that keeps it.</summary>
/// <param name="Service">Name of the service.</param>
/// <param name="Notice">The notice.</param>
public sealed record ServiceNotice(string Service, NoticeView Notice);
