using System.Security.Cryptography;
using System.Text;
using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Features.Shared;
using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Review.Features.Cases;

/// <summary>批量通过: several cases of flows whose pack allows it, each decided on its own.</summary>
internal static class ApproveInBulk
{
    private const int MaxCases = 50;

    private static readonly Failure CountIsWrong = new(FailureKind.Invalid, "bulk-count-is-wrong", "批量办理的件数有误",
        $"一次 1 至 {MaxCases} 件，不得重复。");

    private static readonly Failure NotInBulk = new(FailureKind.Conflict, "not-in-bulk", "这个流程不能批量办理", "请逐件审阅后办理。");

    public static void Map(RouteGroupBuilder cases) => cases.MapPost("bulk-approvals", Handle).WithName("ApproveInBulk")
        .WithSummary("批量通过");

    private static async Task<Results<Ok<BulkApprovalAnswer>, ProblemHttpResult>> Handle(BulkApprovalRequest request, HttpContext http,
        CaseCommands commands, CancellationToken cancellation)
    {
        if (Caller.Of(http, request).Command.Problem(versioned: false) is { } unusable) return unusable.ToProblem();
        if (request.Cases.Count is 0 or > MaxCases || request.Cases.OfType<BulkApprovalCase>().DistinctBy(item => item.CaseId)
            .Count() != request.Cases.Count) return CountIsWrong.ToProblem();
        var results = new List<BulkApprovalResult>();
        foreach (var item in request.Cases)
        {
            // Each case is remembered on its own, so that a repeated request completes what the first one did not reach; with what was
            // confirmed, so that a repetition which confirms something else is none.
            var caller = Caller.Of(http, new { item, request.Checklist });
            if (caller.Command.Key is { } key) caller = caller with { Command = caller.Command with { Key = KeyOf(key, item.CaseId) } };
            var decision = new Decision
            {
                Step = item.Step,
                Outcome = StepOutcome.Approve,
                Digest = item.Digest,
                Checklist = request.Checklist ?? []
            };
            var decided = await commands.ActAsync(new CaseId(item.CaseId), caller,
                (review, now) => review.BulkApproval ? review.Decide(caller.Person, decision, now) : NotInBulk, cancellation);
            results.Add(decided.Failure is { } failure
                ? new BulkApprovalResult(item.CaseId, false, failure.Code, $"{failure.Title}。{failure.Detail}")
                : new BulkApprovalResult(item.CaseId, true, null, null));
        }

        return TypedResults.Ok(new BulkApprovalAnswer(results));
    }

    /// <summary>The key of one case: as long for every key of the caller, which may be as long as a key can be.</summary>
    private static string KeyOf(string key, Guid caseId)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{key}:{caseId:N}")));
}
