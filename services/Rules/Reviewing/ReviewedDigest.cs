using System.Security.Cryptography;
using System.Text;
using Disclosure.Kernel;

namespace Disclosure.Rules.Reviewing;

/// <summary>The digest of content after reviewers' corrections: both the review service and the owner of the subject compute it.</summary>
/// <remarks>An owner that applies the corrections to the content it submitted may publish exactly when this equals the approved
/// digest.</remarks>
public static class ReviewedDigest
{
    /// <summary>Extends the digest of the submitted content by corrections, in the order they were made.</summary>
    /// <param name="digest">Digest before, lower-case hex SHA-256.</param>
    /// <param name="changes">The corrections of one decision.</param>
    /// <returns>The digest itself without corrections, otherwise SHA-256 over it and them, lower-case hex.</returns>
    public static string After(string digest, IReadOnlyList<ReviewerChange> changes)
    {
        ArgumentNullException.ThrowIfNull(digest);
        ArgumentNullException.ThrowIfNull(changes);
        foreach (var change in changes)
            digest = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{digest}\n{change.Field}\n{change.Value}")));
        return digest;
    }
}
