using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain;
using Disclosure.ServiceDefaults.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Disclosure.Review.Features;

/// <summary>批量同意: several cases of flows whose pack allows it, each decided on its own.</summary>
internal static class ApproveInBulk
{
    private const int MaxCases = 50;

    private static readonly Failure CountIsWrong = new(FailureKind.Invalid, "bulk-count-is-wrong", "批量办理的件数有误",
        $"一次 1 至 {MaxCases} 件，不得重复。");

    private static readonly Failure NotInBulk = new(FailureKind.Conflict, "not-in-bulk", "这个流程不能批量办理", "请逐件审阅后办理。");

    public static void Map(RouteGroupBuilder cases) => cases.MapPost("bulk-approvals", Handle).WithName("ApproveInBulk")
        .WithSummary("批量同意");

    private static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Request request, HttpContext http, CaseCommands commands,
        CancellationToken cancellation)
    {
        if (request.Cases.Count is 0 or > MaxCases || request.Cases.OfType<Item>().DistinctBy(item => item.CaseId)
            .Count() != request.Cases.Count) return CountIsWrong.ToProblem();
        var results = new List<Result>();
        foreach (var item in request.Cases)
        {
            // Each case is remembered on its own, so that a repeated request completes what the first one did not reach.
            var caller = Caller.Of(http, item);
            if (caller.Command.Key is { } key) caller = caller with { Command = caller.Command with { Key = $"{key}:{item.CaseId:N}" } };
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
                ? new Result(item.CaseId, false, failure.Code, $"{failure.Title}。{failure.Detail}")
                : new Result(item.CaseId, true, null, null));
        }

        return TypedResults.Ok(new Response(results));
    }

    /// <summary>What to approve.</summary>
    /// <param name="Cases">Cases with step and digest as read.</param>
    /// <param name="Checklist">Codes of the questions confirmed for all of them.</param>
    internal sealed record Request(IReadOnlyList<Item> Cases, IReadOnlyList<string>? Checklist = null);

    /// <summary>One case.</summary>
    internal sealed record Item(Guid CaseId, string Step, string Digest);

    /// <summary>What became of each.</summary>
    internal sealed record Response(IReadOnlyList<Result> Results);

    /// <summary>What became of one, with the code and words of a refusal.</summary>
    internal sealed record Result(Guid CaseId, bool Approved, string? Code, string? Message);
}
