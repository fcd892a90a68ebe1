using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;
using Disclosure.Rules.Replay;
using Xunit;

namespace Disclosure.Rules.Tests.Replay;

/// <summary>What another pack would have made of a recorded case.</summary>
public sealed class ReviewReplayTests
{
    private static readonly RulePack Taishan = RulePacks.Load()["taishan"];
    private static readonly ReviewFlow Publication = Taishan.Flow(FlowCodes.Publication)!;
    private static readonly DateOnly Today = Day.Of("2026-03-31");

    /// <summary>Monday 2026-03-02: handed in; Tuesday: the head; Wednesday: secrecy and the office.</summary>
    private static RecordedReview Approved { get; } = new(FlowCodes.Publication, "culture", [], Day.Of("2026-03-02"), null, false,
        [.. Publication.Checklist.Select(question => question.Code)], RecordedEnd.Approved, false,
        [
            Passed("section-head", 1, "2026-03-02", "2026-03-03", Roles.Head, "culture"),
            Passed("secrecy", 2, "2026-03-03", "2026-03-04", Roles.Secrecy, "general"),
            Passed("office", 2, "2026-03-03", "2026-03-04", Roles.Office, "general"),
        ]);

    private static RecordedReview Running { get; } = Approved with
    {
        End = RecordedEnd.Running,
        Steps = [Approved.Steps[0], Untaken("secrecy", 2, "2026-03-03"), Untaken("office", 2, "2026-03-03")],
    };

    [Fact]
    public void The_pack_in_force_objects_to_nothing_and_changes_nothing()
    {
        var replayed = Of(Approved, Publication);
        Assert.Equal(ReplayedOutcome.Approved, replayed.Outcome);
        Assert.Empty(replayed.Objections);
        Assert.Equal(["2026-03-04", "2026-03-05", "2026-03-05"], replayed.Steps.Select(step => $"{step.DueOn:O}"));
        Assert.DoesNotContain(replayed.Steps, step => step.IsLate);
        Assert.Null(ReviewDifference.Between(replayed, Of(Approved, Publication)));
    }

    [Fact]
    public void A_step_that_is_added_would_have_kept_the_case_from_passing()
    {
        var leader = Publication.Steps[2] with { Code = "leader", Name = "局领导签发", Stage = 3, Roles = [Roles.Deputy] };
        var after = Publication with { Steps = [.. Publication.Steps, leader] };
        var difference = Between(Approved, after)!;
        Assert.Equal((ReplayedOutcome.Approved, ReplayedOutcome.Running), (difference.Before.Outcome, difference.After.Outcome));
        Assert.Equal(new Objection(ReplayObjection.StepIsMissing, "leader", "局领导签发"), Assert.Single(difference.Raised));
        var added = Assert.Single(difference.Steps);
        Assert.Null(added.Before);
        // It would have waited since the second stage was done.
        Assert.Equal(Day.Of("2026-03-06"), added.After!.DueOn);
    }

    [Fact]
    public void A_step_that_is_dropped_would_have_let_a_running_case_pass()
    {
        var difference = Between(Running, Publication with { Steps = [Publication.Steps[0]] })!;
        Assert.Equal((ReplayedOutcome.Running, ReplayedOutcome.Approved), (difference.Before.Outcome, difference.After.Outcome));
        Assert.Equal(["secrecy", "office"], difference.Steps.Select(step => step.Code));
        Assert.All(difference.Steps, step => Assert.Null(step.After));
        Assert.Null(Between(Running with { AwaitsMore = true }, Publication with { Steps = [Publication.Steps[0]] })!.Steps[0].After);
        Assert.False(Between(Running with { AwaitsMore = true }, Publication with { Steps = [Publication.Steps[0]] })!.ChangesOutcome);
    }

    [Fact]
    public void A_limit_that_is_shorter_moves_the_due_day_and_makes_what_was_in_time_late()
    {
        var record = Approved with { Steps = [.. Approved.Steps.Take(2), Approved.Steps[2] with { DecidedOn = Day.Of("2026-03-05") }] };
        var difference = Between(record, Limited(1))!;
        Assert.False(difference.ChangesOutcome);
        var step = Assert.Single(difference.Steps);
        Assert.Equal((Day.Of("2026-03-05"), Day.Of("2026-03-04")), (step.Before!.DueOn, step.After!.DueOn));
        Assert.True(step is { MovesDue: true, BecomesLate: true });
        // What still waits is late by today, and nothing outlasts the subject's own deadline.
        var waiting = Assert.Single(Between(Running, Limited(30))!.Steps);
        Assert.True(waiting is { Before.IsLate: true, After.IsLate: false });
        Assert.Equal(Day.Of("2026-03-09"), Assert.Single(Between(Running with { SubjectDueOn = Day.Of("2026-03-09") }, Limited(30))!.Steps)
            .After!.DueOn);

        static ReviewFlow Limited(int days)
            => Publication with { Steps = [.. Publication.Steps.Take(2), Publication.Steps[2] with { LimitWorkingDays = days }] };
    }

    [Fact]
    public void Whoever_took_a_step_must_have_had_the_role_in_the_unit()
    {
        var byDeputy = Publication with { Steps = [Publication.Steps[0] with { Roles = [Roles.Deputy] }, .. Publication.Steps.Skip(1)] };
        Assert.Equal([(ReplayObjection.RoleIsNotEntitled, "section-head")], Raised(Approved, byDeputy));
        var elsewhere = Approved with { Steps = [Approved.Steps[0] with { RoleUnit = "general" }, .. Approved.Steps.Skip(1)] };
        Assert.Equal([(ReplayObjection.RoleIsNotEntitled, "section-head")], Dropped(elsewhere,
            Publication with { Steps = [Publication.Steps[0] with { Scope = UnitScope.Authority }, .. Publication.Steps.Skip(1)] }));
        // Of a step nobody has taken it only changes hands.
        var hands = Assert.Single(Between(Running, Publication with
        {
            Steps = [.. Publication.Steps.Take(2), Publication.Steps[2] with { Roles = [Roles.Director] }],
        })!.Steps);
        Assert.Equal([Roles.Office], hands.Before!.Roles);
        Assert.Equal([Roles.Director], hands.After!.Roles);
    }

    [Fact]
    public void A_step_comes_after_those_of_earlier_stages()
    {
        var reversed = Publication with
        {
            Steps = [Publication.Steps[0] with { Stage = 3 }, Publication.Steps[1] with { Stage = 1 }, Publication.Steps[2]],
        };
        Assert.Contains((ReplayObjection.TakenTooEarly, "section-head"), Raised(Approved, reversed));
        Assert.DoesNotContain(Raised(Approved, reversed), objection => objection.Kind == ReplayObjection.StepIsMissing);
        Assert.Equal([(ReplayObjection.TakenTooEarly, "section-head")], Raised(Running, reversed));
    }

    [Fact]
    public void What_was_corrected_must_be_correctable_and_what_is_asked_must_have_been_answered()
    {
        var corrected = Approved with { Steps = [.. Approved.Steps.Take(2), Approved.Steps[2] with { Corrected = ["attribute"] }] };
        Assert.Null(Between(corrected, Publication));
        Assert.Equal([(ReplayObjection.CorrectionIsForbidden, "office")], Raised(corrected, Publication with
        {
            Steps = [.. Publication.Steps.Take(2), Publication.Steps[2] with { MayChange = ["scope"] }],
        }));
        var question = new ChecklistItem("plain-words", "通俗易懂", Publication.Citation);
        Assert.Equal([(ReplayObjection.QuestionIsMissing, "plain-words")],
            Raised(Approved, Publication with { Checklist = [.. Publication.Checklist, question] }));
        Assert.Null(Between(Running, Publication with { Checklist = [.. Publication.Checklist, question] }));
    }

    [Fact]
    public void A_release_stands_where_the_role_may_and_never_past_a_secrecy_review()
    {
        var released = Approved with
        {
            Steps = [Approved.Steps[0], Approved.Steps[1],
                Approved.Steps[2] with { End = RecordedStepEnd.Released, Role = Roles.Deputy }],
        };
        var may = Publication with { Bypass = [Roles.Deputy] };
        Assert.Equal(ReplayedOutcome.Approved, Of(released, may).Outcome);
        Assert.Equal([(ReplayObjection.ReleaseIsForbidden, "office")], Of(released, Publication).Objections.Select(Place));
        var pastSecrecy = released with { Steps = [released.Steps[0], Untaken("secrecy", 2, "2026-03-03"), released.Steps[2]] };
        Assert.Equal([(ReplayObjection.StepIsMissing, "secrecy")], Of(pastSecrecy, may).Objections.Select(Place));
    }

    [Fact]
    public void What_was_turned_down_by_somebody_who_could_not_would_still_run()
    {
        var returned = Running with
        {
            End = RecordedEnd.TurnedDown,
            Steps = [.. Running.Steps.Take(2), Running.Steps[2] with
            {
                End = RecordedStepEnd.TurnedDown, DecidedOn = Day.Of("2026-03-04"), Role = Roles.Office, RoleUnit = "general",
            }],
        };
        Assert.Equal(ReplayedOutcome.TurnedDown, Of(returned, Publication).Outcome);
        Assert.Equal(ReplayedOutcome.Running, Of(returned, Publication with { Steps = [.. Publication.Steps.Take(2)] }).Outcome);
        Assert.Equal(ReplayedOutcome.Running, Of(returned, Publication with
        {
            Steps = [.. Publication.Steps.Take(2), Publication.Steps[2] with { Roles = [Roles.Deputy] }],
        }).Outcome);
        // Ended by the office, at no step: nothing of the flow decides that.
        Assert.Equal(ReplayedOutcome.TurnedDown, Of(Running with { End = RecordedEnd.TurnedDown }, Publication).Outcome);
    }

    [Theory]
    [InlineData(ReplayObjection.FlowIsMissing)]
    [InlineData(ReplayObjection.NoStepApplies)]
    [InlineData(ReplayObjection.DocumentIsMissing)]
    public void What_could_not_be_handed_in_is_told(ReplayObjection why)
    {
        var pack = why switch
        {
            ReplayObjection.FlowIsMissing => Taishan with { Flows = [] },
            ReplayObjection.NoStepApplies => With(Publication with
            {
                Steps = [.. Publication.Steps.Select(step => step with { When = [ReviewConditions.Major] })],
            }),
            _ => With(Publication with { WithDocument = true }),
        };
        var replayed = ReviewReplay.Of(Approved, pack, WorkingCalendar.Embedded, Today);
        Assert.Equal(ReplayedOutcome.NotAccepted, replayed.Outcome);
        Assert.Equal([new Objection(why)], replayed.Objections);
    }

    [Fact]
    public void Three_passes_are_shared_out_among_the_proof_steps()
    {
        ReviewStep Proof(string code, int stage) => Publication.Steps[0] with { Code = code, Kind = StepKind.Proof, Stage = stage };
        var record = new RecordedReview(FlowCodes.Publication, "culture", [], Day.Of("2026-03-02"), null, false, [], RecordedEnd.Approved,
            false, [Passed("a", 1, "2026-03-02", "2026-03-02", Roles.Head, "culture") with { Passes = 2 },
                Passed("b", 2, "2026-03-02", "2026-03-03", Roles.Head, "culture") with { Passes = 2 }]);
        var two = Publication with { Steps = [Proof("a", 1), Proof("b", 2)], Checklist = [] };
        Assert.Empty(Of(record, two).Objections);
        Assert.Equal([(ReplayObjection.PassesAreMissing, "a")],
            Of(record, two with { Steps = [Proof("a", 1)] }).Objections.Select(Place));
    }

    private static (ReplayObjection Kind, string? Code) Place(Objection objection) => (objection.Kind, objection.Code);

    private static IEnumerable<(ReplayObjection Kind, string? Code)> Raised(RecordedReview record, ReviewFlow after)
        => Between(record, after)!.Raised.Select(Place);

    private static IEnumerable<(ReplayObjection Kind, string? Code)> Dropped(RecordedReview record, ReviewFlow after)
        => Between(record, after)!.Dropped.Select(Place);

    private static ReviewDifference? Between(RecordedReview record, ReviewFlow after)
        => ReviewDifference.Between(Of(record, Publication), Of(record, after));

    private static ReplayedReview Of(RecordedReview record, ReviewFlow flow)
        => ReviewReplay.Of(record, With(flow), WorkingCalendar.Embedded, Today);

    private static RulePack With(ReviewFlow flow) => Taishan with { Flows = [flow] };

    private static RecordedStep Passed(string code, int stage, string opened, string decided, string role, string unit)
        => new(code, stage, Day.Of(opened), RecordedStepEnd.Passed, Day.Of(decided), role, unit, 0, []);

    private static RecordedStep Untaken(string code, int stage, string opened)
        => new(code, stage, Day.Of(opened), RecordedStepEnd.Untaken, null, null, null, 0, []);
}
