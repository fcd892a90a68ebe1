using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.Findings;
using Disclosure.Review.Domain.Submissions;

namespace Disclosure.Review.Domain.Cases;

/// <summary>What exactly was handed in or decided, as the audit log keeps and hashes it.</summary>
internal static class FactDetail
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Converters = { new CodeConverter() },
    };

    public static string Opened(ReviewCase review) => Of(new
    {
        Snapshot = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(review.Snapshot, Json))),
        review.Conditions,
        Contributors = Some(review.Contributors),
        review.Attribute,
        review.Ground,
        DueOn = review.SubjectDueOn,
        review.DocumentId,
        RecusedPeople = Some(review.RecusedPeople),
        RecusedUnits = Some(review.RecusedUnits),
    });

    /// <summary>What was confirmed, corrected, added and answered, and the digest that the decision left behind.</summary>
    public static string? Decided(Decision decision, string? holdTo, IReadOnlyList<AppliedChange> changes,
        IReadOnlyList<Finding> answered, string digestAfter)
    {
        var detail = Of(new
        {
            Checklist = Some(decision.Checklist),
            Conditions = Some(decision.Conditions),
            Corrections = Some(decision.Corrections),
            HoldTo = holdTo,
            decision.SignedAlone,
            Changes = Some(changes.Select(change => new { change.Field, change.Before, change.Value }).ToList()),
            Disclosed = Some(decision.Disclosed.Zip(answered, (answer, finding)
                => new { answer.Finding, finding.Name, finding.Count, answer.Reason }).ToList()),
            DigestAfter = digestAfter == decision.Digest ? null : digestAfter,
        });
        return detail == "{}" ? null : detail;
    }

    public static string Of(object detail) => JsonSerializer.Serialize(detail, Json);

    /// <summary>What a reader of the history is shown of it.</summary>
    public static T Read<T>(string detail) => JsonSerializer.Deserialize<T>(detail, Json)!;

    private static IReadOnlyList<T>? Some<T>(IReadOnlyList<T> list) => list.Count == 0 ? null : list;
}
