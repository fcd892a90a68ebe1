namespace Disclosure.Documents.Bodies;

/// <summary>What was made of a written form.</summary>
/// <param name="Body">The body; null when there are problems.</param>
/// <param name="Problems">What is wrong, in the order of the text; at most ten.</param>
public sealed record BodyReading(Body? Body, IReadOnlyList<BodyProblem> Problems)
{
    /// <summary>The problems in a sentence for the author, Chinese; null when there are none.</summary>
    public string? Sentence => Problems.Count == 0 ? null : string.Concat(Problems.Select(problem => problem.Sentence));
}

/// <summary>A place of a written form that says nothing a body can hold.</summary>
/// <param name="Line">Line of the source, from 1; null for the text as a whole.</param>
/// <param name="Words">What is wrong, Chinese, without a full stop.</param>
public sealed record BodyProblem(int? Line, string Words)
{
    /// <summary>The problem as a sentence.</summary>
    public string Sentence => Line is { } line ? $"第 {line} 行：{Words}。" : $"{Words}。";
}
