namespace Disclosure.Documents.Release;

/// <summary>Whom something is released to (放行对象).</summary>
public sealed record Audience
{
    /// <summary>社会公众.</summary>
    public static readonly Audience Public = new(AudienceKind.Public, []);

    /// <summary>Staff of the authority.</summary>
    public static readonly Audience Internal = new(AudienceKind.Internal, []);

    private Audience(AudienceKind kind, IReadOnlyList<string> own) => (Kind, Own) = (kind, own);

    /// <summary>Which.</summary>
    public AudienceKind Kind { get; }

    /// <summary>Numbers, addresses and mailboxes of the applicant, who may read those; empty for others.</summary>
    public IReadOnlyList<string> Own { get; }

    /// <summary>One applicant (申请人).</summary>
    /// <param name="own">The applicant's own data as registered.</param>
    /// <returns>The audience.</returns>
    public static Audience Applicant(IReadOnlyList<string> own) => new(AudienceKind.Applicant, own);
}

/// <summary>Kinds of audiences.</summary>
public enum AudienceKind
{
    /// <summary>社会公众.</summary>
    Public,

    /// <summary>申请人.</summary>
    Applicant,

    /// <summary>本机关工作人员.</summary>
    Internal,
}
