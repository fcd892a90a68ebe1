using Disclosure.Contracts.Work;
using Disclosure.Kernel.Auditing;
using Disclosure.Kernel.People;

namespace Disclosure.ServiceDefaults.Work;

/// <summary>What a service says of people's work (事项): the same questions of every service, so that one list shows all of it.</summary>
public interface IWorkSource
{
    /// <summary>Acts that one looks for afterwards (已办), codes of the service's audit log.</summary>
    IReadOnlyList<string> DoneActs { get; }

    /// <summary>What waits for the person, or what the person waits for, in the order of the places.</summary>
    /// <param name="list">Either of the two.</param>
    /// <param name="who">The person.</param>
    /// <param name="after">The place after which to begin; null for the beginning.</param>
    /// <param name="limit">Rows at most.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The rows.</returns>
    Task<IReadOnlyList<WorkItem>> ListAsync(WorkList list, Person who, WorkPlace? after, int limit, CancellationToken cancellation);

    /// <summary>How much of it there is.</summary>
    /// <param name="who">The person.</param>
    /// <param name="today">Today's legal day.</param>
    /// <param name="limit">Where counting ends.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>The numbers.</returns>
    Task<WorkNumbers> CountAsync(Person who, DateOnly today, int limit, CancellationToken cancellation);

    /// <summary>The subject to show for an act.</summary>
    /// <param name="act">The act.</param>
    /// <returns>The subject; null where there is none to look at.</returns>
    Guid? SubjectOf(AuditRecord act);

    /// <summary>The subjects that the person may know today, with the title that the person may read.</summary>
    /// <param name="reader">The person.</param>
    /// <param name="subjects">Subjects of acts or notices, of any kind.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>Those that are open to the person.</returns>
    Task<IReadOnlyDictionary<Guid, WorkSubject>> SubjectsAsync(Person reader, IReadOnlyCollection<Guid> subjects,
        CancellationToken cancellation);

    /// <summary>Leaves out the notices of what is kept from the receiver (回避): not even their number tells of it.</summary>
    /// <param name="notices">Notices of the receiver.</param>
    /// <param name="receiver">The receiver.</param>
    /// <returns>A query.</returns>
    IQueryable<Notice> Open(IQueryable<Notice> notices, Person receiver);

    /// <summary>What became of what was told and is so no longer (已由某某办理).</summary>
    /// <param name="reader">The receiver, who may know the subjects.</param>
    /// <param name="settled">Notices of the receiver that hold no more.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>Chinese words by notice; of those of which nothing more is known, none.</returns>
    Task<IReadOnlyDictionary<Guid, string>> OutcomesAsync(Person reader, IReadOnlyCollection<Notice> settled,
        CancellationToken cancellation);

    /// <summary>What somebody said with what a notice tells (催办意见、撤下原因); it is read on the page alone and never sent.</summary>
    /// <param name="reader">The receiver, who may know the subjects.</param>
    /// <param name="holding">Notices of the receiver that hold.</param>
    /// <param name="cancellation">Cancels.</param>
    /// <returns>Chinese words by notice; of those with which nothing was said, none.</returns>
    Task<IReadOnlyDictionary<Guid, string>> NotesAsync(Person reader, IReadOnlyCollection<Notice> holding,
        CancellationToken cancellation);
}

/// <summary>How much work a person has with a service.</summary>
/// <param name="Todo">待办.</param>
/// <param name="Overdue">Of them: past their due day.</param>
/// <param name="Waiting">待他人办理.</param>
public readonly record struct WorkNumbers(int Todo, int Overdue, int Waiting);

/// <summary>A subject as a person may know it.</summary>
/// <param name="Kind">Kind of subject.</param>
/// <param name="Title">Title.</param>
/// <param name="Unit">Unit, code; null where it belongs to none.</param>
/// <param name="Link">Address of its page, from <c>/</c>.</param>
public sealed record WorkSubject(string Kind, string Title, string? Unit, string Link);
