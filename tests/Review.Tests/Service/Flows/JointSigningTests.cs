using System.Text.Json;
using Disclosure.Contracts.Review;
using Disclosure.Testing;
using Npgsql;
using Xunit;

namespace Disclosure.Review.Tests.Service.Flows;

/// <summary>一并报批: a plan and its document, asked for by message, decided by people, each knowing where the other stands.</summary>
[Collection(nameof(OneService))]
public sealed class JointSigningTests(ReviewService service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    [Rule(267)]
    public async Task A_plan_that_names_no_document_is_not_taken()
    {
        var alone = ReviewService.Request(flow: "interpretation");
        var itself = ReviewService.Request(flow: "interpretation");
        foreach (var request in new[] { alone, itself with { DocumentId = itself.SubjectId } })
        {
            await service.Publish(request);
            Assert.Equal(ReviewRefusalReason.DocumentIsMissing, (await service.Refusal(request)).Reason);
        }
    }

    [Fact]
    [Rule(267)]
    public async Task Plan_and_document_come_before_the_leader_together_whichever_is_sent_first()
    {
        var document = ReviewService.Request(title: "关于促进旅游业发展的办法");
        var plan = await service.Open(PlanOf(document));
        await Approve(plan, "head", "section-head");
        await Approve(plan, "policy", "policy");
        var deputy = service.As("bijie", "deputy");
        await deputy.Decide(plan, "sign-off", "approve").Refused(409, "document-is-not-submitted");

        await service.Open(document);
        await deputy.Decide(plan, "sign-off", "approve").Refused(409, "document-is-not-before-leader");
        var waiting = await deputy.Case(plan);
        Assert.Contains("科室负责人审核", waiting.GetProperty("signatureAwaits").GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.False(waiting.GetProperty("signatureAwaits").GetProperty("maySignAlone").GetBoolean());
        Assert.DoesNotContain("approve", Outcomes(waiting));
        Assert.Contains("return", Outcomes(waiting));
        var companion = Assert.Single(waiting.GetProperty("companions").EnumerateArray());
        Assert.Equal((document.CaseId, true, "open"),
            (companion.GetProperty("caseId").GetGuid(), companion.GetProperty("isDocument").GetBoolean(),
            companion.GetProperty("state").GetString()));

        await Approve(document, "head", "section-head");
        Assert.Equal(JsonValueKind.Null, (await deputy.Case(plan)).GetProperty("signatureAwaits").ValueKind);
        // Both lie before the leader now: either first.
        await deputy.Decide(document, "deputy", "approve").Json(200);
        await deputy.Decide(plan, "sign-off", "approve").Json(200);
        Assert.Equal(ReviewOutcome.Approved, (await service.Conclusion(plan)).Outcome);
    }

    [Fact]
    [Rule(267)]
    public async Task A_document_waits_for_its_plan_and_for_the_next_round_of_one_that_came_back()
    {
        var document = await service.Open(ReviewService.Request(title: "关于文物保护的规定"));
        var plan = await service.Open(PlanOf(document));
        await Approve(document, "head", "section-head");
        var deputy = service.As("bijie", "deputy");
        await deputy.Decide(document, "deputy", "approve").Refused(409, "plan-is-not-before-leader");

        await service.As("bijie", "head", "art").Decide(plan, "section-head", "return", "请写明解读时间").Json(200);
        await deputy.Decide(document, "deputy", "approve").Refused(409, "plan-went-back");
        var again = await service
            .Open(PlanOf(document) with { SubjectId = plan.SubjectId, OccurredAt = ReviewService.Start.AddMinutes(9) });
        await deputy.Decide(document, "deputy", "approve").Refused(409, "plan-is-not-before-leader");
        await Approve(again, "head", "section-head");
        await Approve(again, "policy", "policy");
        await deputy.Decide(document, "deputy", "approve").Json(200);
    }

    [Fact]
    [Rule(267)]
    public async Task A_plan_that_came_back_and_now_names_another_document_holds_the_first_no_more()
    {
        var first = await service.Open(ReviewService.Request());
        var plan = await service.Open(PlanOf(first));
        await Approve(first, "head", "section-head");
        await service.As("bijie", "head", "art").Decide(plan, "section-head", "return", "对应的文件写错了").Json(200);
        await service.As("bijie", "deputy").Decide(first, "deputy", "approve").Refused(409, "plan-went-back");
        var other = await service.Open(ReviewService.Request());
        await service.Open(PlanOf(other) with { SubjectId = plan.SubjectId, OccurredAt = ReviewService.Start.AddMinutes(9) });
        await service.As("bijie", "deputy").Decide(first, "deputy", "approve").Json(200);
        await Approve(other, "head", "section-head");
        await service.As("bijie", "deputy").Decide(other, "deputy", "approve").Refused(409, "plan-is-not-before-leader");
    }

    [Fact]
    public async Task A_plan_for_a_document_that_never_comes_is_signed_alone_with_a_word_that_stays_in_its_history()
    {
        var plan = await service.Open(PlanOf(ReviewService.Request()));
        await Approve(plan, "head", "section-head");
        await Approve(plan, "policy", "policy");
        var deputy = service.As("bijie", "deputy");
        Assert.True((await deputy.Case(plan)).GetProperty("signatureAwaits").GetProperty("maySignAlone").GetBoolean());
        await deputy.Decide(plan, "sign-off", "approve").Refused(409, "document-is-not-submitted");
        var signed = await deputy.Decide(plan, "sign-off", "approve", "解读省厅文件，本局没有对应公文").Json(200);
        var act = signed.GetProperty("history").EnumerateArray().Last();
        Assert.Equal(("解读省厅文件，本局没有对应公文", "document-is-not-submitted"),
            (act.GetProperty("reason").GetString(), act.GetProperty("detail").GetProperty("signedAlone").GetString()));
    }

    [Fact]
    [Rule(267)]
    public async Task A_plan_that_was_under_way_while_its_document_was_signed_is_not_signed_as_if_beside_it()
    {
        var document = await service.Open(ReviewService.Request());
        var plan = PlanOf(document);
        await Approve(document, "head", "section-head");
        await service.As("bijie", "deputy").Decide(document, "deputy", "approve").Json(200);
        // Handed in long before, by its author's clock.
        service.Clock.Advance(TimeSpan.FromMinutes(1));
        await service.Open(plan with { OccurredAt = ReviewService.Start.AddDays(-1) });
        await Approve(plan, "head", "section-head");
        await Approve(plan, "policy", "policy");
        await service.As("bijie", "deputy").Decide(plan, "sign-off", "approve").Refused(409, "document-was-signed-before");
        await service.As("bijie", "deputy").Decide(plan, "sign-off", "approve", "送审件在途，文件已先行签发").Json(200);
    }

    [Fact]
    public async Task Who_may_not_read_the_other_half_is_not_told_of_it()
    {
        var document = await service.Open(ReviewService.Request(unit: "market", title: "市场科的办法"));
        var plan = await service.Open(PlanOf(document));
        var art = await service.As("bijie", "head", "art").Case(plan);
        Assert.Empty(art.GetProperty("companions").EnumerateArray());
        Assert.DoesNotContain("科室", art.GetProperty("signatureAwaits").GetProperty("words").GetString(), StringComparison.Ordinal);
        Assert.Single((await service.As("bijie", "deputy").Case(plan)).GetProperty("companions").EnumerateArray());
    }

    [Fact]
    [Rule(267)]
    public async Task A_signature_waits_for_what_is_just_being_done_with_the_other_half()
    {
        var document = await service.Open(ReviewService.Request());
        var plan = await service.Open(PlanOf(document));
        await Approve(document, "head", "section-head");
        await Approve(plan, "head", "section-head");
        await Approve(plan, "policy", "policy");
        // Somebody sends the plan back and has not quite finished when the leader signs the document.
        await using var database = new NpgsqlConnection(service.ConnectionString);
        await database.OpenAsync(Cancellation);
        await using var sending = await database.BeginTransactionAsync(Cancellation);
        await using (var head = new NpgsqlCommand("select from audit_heads where authority = 'bijie' for update", database,
            sending)) await head.ExecuteNonQueryAsync(Cancellation);
        await using (var back = new NpgsqlCommand("update review_cases set state = 'Returned', concluded_at = submitted_at where id = $1",
            database, sending)
        { Parameters = { new() { Value = plan.CaseId } } })
            Assert.Equal(1, await back.ExecuteNonQueryAsync(Cancellation));

        var signing = service.As("bijie", "deputy").Decide(document, "deputy", "approve");
        await Eventually.Holds(async () => signing.IsCompleted || await SomebodyWaits(database, sending),
            "the signature waits for the plan");
        Assert.False(signing.IsCompleted, "It was signed while the plan was being sent back.");
        await sending.CommitAsync(Cancellation);
        await signing.Refused(409, "plan-went-back");
    }

    private static async Task<bool> SomebodyWaits(NpgsqlConnection database, NpgsqlTransaction transaction)
    {
        await using var waiting =
            new NpgsqlCommand("select exists (select from pg_locks where not granted and pg_backend_pid() = any (pg_blocking_pids(pid)))",
            database, transaction);
        return (bool)(await waiting.ExecuteScalarAsync(Cancellation))!;
    }

    [Fact]
    public async Task Two_leaders_who_sign_both_halves_at_once_wait_for_each_other()
    {
        for (var round = 0; round < 5; round++)
        {
            var document = await service.Open(ReviewService.Request());
            var plan = await service.Open(PlanOf(document));
            await Approve(document, "head", "section-head");
            await Approve(plan, "head", "section-head");
            await Approve(plan, "policy", "policy");
            await Task.WhenAll(service.As("bijie", "deputy").Decide(document, "deputy", "approve").Json(200),
                service.As("bijie", "director").Decide(plan, "sign-off", "approve").Json(200));
        }
    }

    private static RequestReview PlanOf(RequestReview document)
        => ReviewService.Request(flow: "interpretation", title: "解读方案") with
        {
            SubjectKind = "catalogue.plan",
            DocumentId = document.SubjectId
        };

    private Task<JsonElement> Approve(RequestReview request, string role, string step)
        => service.As(request.Authority, role, role == "head" ? request.Unit : "office").Decide(request, step, "approve").Json(200);

    private static string[] Outcomes(JsonElement review)
        => [.. review.GetProperty("decisions").EnumerateArray()
        .SelectMany(action => action.GetProperty("outcomes").EnumerateArray().Select(outcome => outcome.GetString()!))];
}
