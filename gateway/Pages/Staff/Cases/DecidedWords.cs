using Disclosure.Contracts.Review.Api;
using Disclosure.Gateway.Portal;
using Disclosure.Kernel;

namespace Disclosure.Gateway.Pages.Staff.Cases;

/// <summary>What a person decided just now and where the case went from there.</summary>
internal static class DecidedWords
{
    /// <summary>The words; of a step that the person has not decided, only that the opinion was taken.</summary>
    /// <param name="review">The case as it is now.</param>
    /// <param name="code">The step.</param>
    /// <param name="who">The person.</param>
    public static string Of(CaseView review, string? code, string who)
    {
        var step = review.Steps.FirstOrDefault(one => one.Code == code);
        if (step is null) return "审核意见已提交。";
        if (step is { State: StepState.Open, PassesConfirmed: > 0 } proof)
            return $"已确认本遍校对，还需 {proof.PassesRequired - proof.PassesConfirmed} 遍。";
        // A case that is held waits for a determination, and nobody has decided the step.
        if (step.State == StepState.Held) return $"已暂缓，转{Names(Determining(review))}。";
        if (step.DecidedBy != who) return "审核意见已提交。";
        var done = Done(step);
        return (step.State, review.State) switch
        {
            (StepState.Returned, _) => $"已退回{review.AuthorName}修改。",
            (StepState.Rejected, _) when step.Determines => $"已{DecisionTerms.FoundSecret}，审核终止。{StillPublic(review)}",
            (StepState.Rejected, _) => $"已办理：{DecisionTerms.Of(step.State)}，审核终止。",
            (_, CaseState.Approved) when NotPublic(review) is { } cause
                => $"{done}，全部环节办结：已改为{NotPublicTerms.Name(cause)}，不公开。{StillPublic(review)}",
            (_, CaseState.Approved) when review.SubjectKind == SubjectKinds.CatalogueItem => $"{done}，全部环节办结，正在公开。",
            (_, CaseState.Approved) => $"{done}，全部环节办结。",
            _ => $"{done}{Next(review, step)}。",
        };
    }

    /// <summary>What reviewers determined an item to be, so that approval does not publish it; null where it does.</summary>
    /// <param name="review">The case.</param>
    public static NotPublicCause? NotPublic(CaseView review) => review.SubjectKind != SubjectKinds.CatalogueItem ? null
        : NotPublicTerms.Of(Last<DisclosureAttribute>(review, "attribute") ?? DisclosureAttribute.Proactive,
            Last<DisclosureScope>(review, "scope") ?? DisclosureScope.Public);

    private static T? Last<T>(CaseView review, string field) where T : struct, Enum
        => Codes.Parse<T>(review.Changes.LastOrDefault(change => change.Field == field)?.Value);

    /// <summary>Whether citizens could read a version of it when it was handed in: only what is published has a public number.</summary>
    /// <param name="review">The case.</param>
    public static bool WasPublic(CaseView review) => review.Snapshot.Fields.Any(field => field.Code == SnapshotFields.IndexNumber);

    /// <summary>What is still to be read of it elsewhere, and who looks at that.</summary>
    private static string StillPublic(CaseView review)
        => WasPublic(review) ? "这条信息的上一版本仍在网上，须由办公室立即核对，有同样内容的立即撤下；办公室会收到待办和通知，请同时告知办公室。" : "";

    private static string Done(StepView step) => step switch
    {
        { State: StepState.Escalated } => DecisionTerms.Of(step.State, step.Determines),
        { Kind: StepKind.Proof } => "已确认校对无误",
        _ => $"已{DecisionTerms.Of(step.State, step.Determines)}",
    };

    /// <summary>Who has it now. A step that runs beside the one just taken was there before: nothing goes to it, the case waits for
    /// it.</summary>
    private static string Next(CaseView review, StepView step)
    {
        // While a determination waits, nothing else of a held case can go on.
        var open = review.State == CaseState.Held ? Determining(review) : Open(review);
        if (open.Count == 0) return "";
        var beside = open.Where(one => one.Stage == step.Stage).ToList();
        return step switch
        {
            { State: StepState.Approved, Determines: false } when beside.Count > 0 => $"，同时进行的{Names(beside)}办结后才进入下一步",
            { State: StepState.Escalated } => $"，现在等待{Names(open)}",
            _ => $"，转{Names(open)}",
        };
    }

    private static string Names(IEnumerable<StepView> steps) => string.Join('、', steps.Select(step
        => step.DueOn is { } due ? $"{step.Name}（期限 {Labels.Date(due)}）" : step.Name));

    private static List<StepView> Open(CaseView review) => [.. review.Steps.Where(step => step.State == StepState.Open)];

    private static List<StepView> Determining(CaseView review)
        => Open(review) is var open && open.Exists(step => step.Determines) ? [.. open.Where(step => step.Determines)] : open;
}
