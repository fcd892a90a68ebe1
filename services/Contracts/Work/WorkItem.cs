using Disclosure.Kernel;

namespace Disclosure.Contracts.Work;

/// <summary>A piece of work (事项) of a person, whichever service it lies with.</summary>
/// <param name="SubjectKind">Kind of subject, one of <see cref="SubjectKinds"/>.</param>
/// <param name="SubjectId">The subject.</param>
/// <param name="Title">Title, as the person may read it.</param>
/// <param name="Step">What is to be done, is done by others, or was done (环节), Chinese.</param>
/// <param name="Unit">Unit it belongs to, code; null where it belongs to none.</param>
/// <param name="At">Since when it lies there, or when it was done, UTC.</param>
/// <param name="DueOn">Due day, Asia/Shanghai; null where the rules give none, and for what is done.</param>
/// <param name="Light">红黄绿灯; null without a due day.</param>
/// <param name="Remaining">Working days left, 0 on the due day, negative after it; null without a due day.</param>
/// <param name="Flags">What is special about it.</param>
/// <param name="Note">What somebody said with it: why it came back, why it is urged; null where nothing was said.</param>
/// <param name="Link">Address of its page, from <c>/</c>.</param>
/// <param name="Place">Where it stands in the list: ordered as text, it is the same order in every service, so that lists can be merged;
/// also the cursor for <c>after</c>.</param>
/// <param name="OnBehalfOfName">Name of the person in whose place it may be done or was done (授权、接替); null where the powers are one's
/// own.</param>
public sealed record WorkItem(string SubjectKind, Guid SubjectId, string Title, string Step, string? Unit, DateTimeOffset At,
    DateOnly? DueOn, ClockState? Light, int? Remaining, IReadOnlyList<WorkFlag> Flags, string? Note, string Link, string Place,
    string? OnBehalfOfName = null);

/// <summary>How much work there is; 1,000 means "at least".</summary>
/// <param name="Todo">待办.</param>
/// <param name="Overdue">Of them: past their due day (已超期).</param>
/// <param name="Waiting">待他人办理.</param>
/// <param name="Notices">通知 not seen yet that the person may still open.</param>
public sealed record WorkCounts(int Todo, int Overdue, int Waiting, int Notices);
