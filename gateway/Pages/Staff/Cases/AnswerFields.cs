using System.Globalization;
using Disclosure.Contracts.Review.Api;
using Disclosure.Gateway.Clients;
using Disclosure.Kernel;

namespace Disclosure.Gateway.Pages.Staff.Cases;

/// <summary>确需公开的理由 in the form of a decision: a field for each finding, and where a refusal of the service leads.</summary>
internal static class AnswerFields
{
    /// <summary>Name of the group, as the service says it.</summary>
    public const string Group = "disclosed";

    private const string Opening = "Disclosed[";

    /// <summary>Name of the field of a finding, to which messages lead.</summary>
    /// <param name="key">The finding's key.</param>
    public static string Field(string key) => $"{Group}.{key}";

    /// <summary>Name by which it is sent.</summary>
    /// <param name="key">The finding's key.</param>
    public static string Input(string key) => $"{Opening}{key}]";

    /// <summary>Whether a field of a form is one.</summary>
    /// <param name="field">Name by which it is sent.</param>
    public static bool IsInput(string field) => field.StartsWith(Opening, StringComparison.OrdinalIgnoreCase) && field[^1] == ']';

    /// <summary>“正文中的手机号码（2 处）”.</summary>
    /// <param name="finding">The finding.</param>
    public static string Name(FindingView finding) => $"{finding.Name}（{finding.Count} 处）";

    /// <summary>Whether a finding is released by an answer, and by nothing else.</summary>
    /// <param name="finding">The finding.</param>
    public static bool NeedsAnswer(this FindingView finding) => finding is { Key: not null, Level: FindingLevel.Warning };

    /// <summary>The answers of a posted decision; only an approval or a release carries any.</summary>
    /// <param name="form">The form.</param>
    public static IReadOnlyList<DisclosedFinding> Of(IFormCollection form)
        => ChangeOptions.OutcomeOf(form) is not (StepOutcome.Approve or StepOutcome.Bypass) ? []
            : [.. form.Where(field => IsInput(field.Key) && !EnteredText.IsBlank(field.Value.ToString()))
                .Select(field => new DisclosedFinding(field.Key[Opening.Length..^1], field.Value.ToString()))];

    /// <summary>The refusal, said at the field of each finding that it is about: the service counts what was sent, and names together what
    /// nobody has answered.</summary>
    /// <param name="problem">The refusal.</param>
    /// <param name="sent">What was sent.</param>
    /// <param name="review">The case.</param>
    /// <param name="step">Code of the step.</param>
    public static ServiceProblem Placed(ServiceProblem problem, IReadOnlyList<DisclosedFinding> sent, CaseView review, string step)
    {
        if (problem.Errors is not { } errors) return problem;
        var placed = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (field, messages) in errors)
        {
            if (Sent(field, sent) is { } answer)
                placed[Field(answer.Finding)] = [.. messages.Select(message => $"{Named(review, answer.Finding)}：{message}")];
            else if (field == Group && Missing(sent, review, step) is { Count: > 0 } missing)
                foreach (var key in missing) placed[Field(key)] = [$"{Named(review, key)}：没有填写确需公开的理由"];
            else placed[field] = messages;
        }

        return problem with { Errors = placed };
    }

    private static DisclosedFinding? Sent(string field, IReadOnlyList<DisclosedFinding> sent)
        => field.StartsWith($"{Group}.", StringComparison.Ordinal)
            && int.TryParse(field.AsSpan(Group.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var at)
            ? sent.ElementAtOrDefault(at) : null;

    private static List<string> Missing(IReadOnlyList<DisclosedFinding> sent, CaseView review, string step)
        => [.. review.Decisions.Where(decision => decision.Step == step).SelectMany(decision => decision.ToAnswer)
            .Where(key => sent.All(answer => answer.Finding != key))];

    private static string Named(CaseView review, string key)
        => review.Findings.FirstOrDefault(finding => finding.Key == key) is { } finding ? Name(finding) : "已不在页面上的一项";
}
