namespace Disclosure.Contracts.Review.Api;

/// <summary>Something found in the submission without anybody looking (自动检查): all finds of a kind in one place.</summary>
/// <param name="Code">Stable kebab-case code.</param>
/// <param name="Level">Its weight.</param>
/// <param name="Title">What was found.</param>
/// <param name="Detail">What to do; personal data only masked.</param>
/// <param name="Line">First line of the body, from 1; null when it is not in the body.</param>
/// <param name="Name">What it is and where, in a few words: “正文中的手机号码”; empty where it has no key.</param>
/// <param name="Key">What an answer names; null where none is asked for.</param>
/// <param name="Count">How often it was found, from 1.</param>
/// <param name="Spots">Where, at most 20.</param>
/// <param name="Answer">确需公开: the last answer; null where nobody has given one.</param>
/// <param name="Earlier">What was said of the same finding, found as often, in the round before; null where nothing was, or the caller
/// may not read that round. It counts for nothing until somebody says it again.</param>
public sealed record FindingView(string Code, FindingLevel Level, string Title, string Detail, int? Line, string Name = "",
    string? Key = null, int Count = 1, IReadOnlyList<SpotView>? Spots = null, FindingAnswerView? Answer = null,
    FindingAnswerView? Earlier = null);

/// <summary>One find.</summary>
/// <param name="Words">What was found, personal data only masked.</param>
/// <param name="Where">Where in its place, Chinese: “第 3 行”; empty where the words say it.</param>
public sealed record SpotView(string Words, string Where);

/// <summary>确需公开: why a finding must be public all the same.</summary>
/// <param name="Reason">Why.</param>
/// <param name="By">Subject claim of the reviewer.</param>
/// <param name="ByName">Name of the reviewer.</param>
/// <param name="Step">Code of the step at which it was said.</param>
/// <param name="At">When, UTC.</param>
public sealed record FindingAnswerView(string Reason, string By, string ByName, string Step, DateTimeOffset At);
