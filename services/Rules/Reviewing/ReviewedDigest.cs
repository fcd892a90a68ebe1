using System.Security.Cryptography;
using System.Text;

namespace Disclosure.Rules.Reviewing;

/// <summary>A field that a reviewer corrected within what the step may change.</summary>
/// <param name="Field">One of attribute, ground, scope, channel, category, secrecy.</param>
/// <param name="Value">Code of the new value.</param>
public sealed record ReviewedChange(string Field, string Value)
{
    /// <summary>不涉密: the determination that content whose secrecy was undetermined is no secret (Regulation art. 17).</summary>
    public static readonly ReviewedChange SecrecyCleared = new("secrecy", "cleared");
}

/// <summary>The digest of content after reviewers' corrections: both the review service and the owner of the subject compute it.</summary>
/// <remarks>An owner that applies the corrections to the content it submitted may publish exactly when this equals the approved
/// digest.</remarks>
public static class ReviewedDigest
{
    /// <summary>Extends the digest of the submitted content by corrections, in the order they were made.</summary>
    /// <param name="digest">Digest before, lower-case hex SHA-256.</param>
    /// <param name="changes">The corrections of one decision.</param>
    /// <returns>The digest itself without corrections, otherwise SHA-256 over it and them, lower-case hex.</returns>
    public static string After(string digest, IReadOnlyList<ReviewedChange> changes)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var change in changes)
            digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{digest}\n{change.Field}\n{change.Value}")));
        return digest;
    }
}
