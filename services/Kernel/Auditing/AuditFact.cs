namespace Disclosure.Kernel.Auditing;

/// <summary>Something that happened and is recorded (审计事项): who did what, to which subject and content, and why. Its place in the chain
/// comes later.</summary>
/// <param name="Act">Code of the act, kebab-case.</param>
/// <param name="Actor">Who did it, under which authority.</param>
public sealed record AuditFact(string Act, Actor Actor)
{
    /// <summary>Kind of subject; null for acts upon none.</summary>
    public string? SubjectKind { get; init; }

    /// <summary>The subject.</summary>
    public Guid? SubjectId { get; init; }

    /// <summary>Title of the subject.</summary>
    public string? Title { get; init; }

    /// <summary>The review case (审核件) of the act.</summary>
    public Guid? CaseId { get; init; }

    /// <summary>Code of the case's flow.</summary>
    public string? Flow { get; init; }

    /// <summary>Code of the step; null for acts on the whole.</summary>
    public string? Step { get; init; }

    /// <summary>Digest of the content as it stood.</summary>
    public string? Digest { get; init; }

    /// <summary>Why.</summary>
    public string? Reason { get; init; }

    /// <summary>Subject claim of the person to whom powers were given.</summary>
    public string? Counterpart { get; init; }

    /// <summary>What exactly was handed in or decided, as JSON; hashed with the rest.</summary>
    public string? Detail { get; init; }
}
