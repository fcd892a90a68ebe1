using Disclosure.Contracts.Review.Api;
using Disclosure.Kernel;
using Disclosure.Review.Domain.Cases;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Rules.Packs;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>What is refused in a proof-reader's corrections, and what the proof-reader is told to do about it.</summary>
public sealed class CorrectionTests
{
    private static readonly string Long = new('长', Correction.MaxLength + 1);

    public static readonly TheoryData<string, string, string, string, string> Faults = new()
    {
        { "另一处", "改", "correction-is-not-in-text", "第 1 处改正：送审稿中没有这处原文", "请从送审稿中照抄" },
        { "", "改", "correction-is-incomplete", "第 1 处改正：没有填写原文", "请填写需要更正的原文" },
        { "正文", Long, "correction-is-too-long", "第 1 处改正：原文和改正都不能超过 500 字", "请只填写需要更正的词句" },
        { Long, "改", "correction-is-too-long", "第 1 处改正：原文和改正都不能超过 500 字", "请只填写需要更正的词句" },
        { "正文", "改\0", "correction-is-unreadable", "第 1 处改正：含有无法保存的字符", "请删除看不见的字符" },
        { "正\uFFFE文", "改", "correction-is-unreadable", "第 1 处改正：含有无法保存的字符", "请删除看不见的字符" },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_has_its_own_code_and_advice(string original, string corrected, string code, string words, string advice)
    {
        var failure = Refusal(new Correction(original, corrected));
        Assert.Equal((code, "第 1 处改正有误"), (failure.Code, failure.Title));
        Assert.Equal([words], failure.Errors!["corrections.0"]);
        Assert.StartsWith(advice, failure.Detail, StringComparison.Ordinal);
        Assert.Equal(code == "correction-is-not-in-text", failure.Detail!.Contains("照抄", StringComparison.Ordinal));
    }

    [Fact]
    public void Of_several_faults_each_is_named_and_each_advice_is_given_once()
    {
        var failure = Refusal(new Correction("甲", "乙"), new Correction("正文", "改"), new Correction("正文", Long), new Correction("丙", "丁"));
        Assert.Equal(("correction-is-not-in-text", "第 1、3、4 处改正有误"), (failure.Code, failure.Title));
        Assert.Equal(["corrections.0", "corrections.2", "corrections.3"], failure.Errors!.Keys.Order());
        Assert.Equal(CorrectionFault.NotInText.Advice + CorrectionFault.TooLong.Advice, failure.Detail);
    }

    private static Failure Refusal(params Correction[] corrections)
    {
        var review = People.Open(People.Packs["xinyuan"].Flow("publication")!);
        var step = review.Steps.First(step => step is { Kind: StepKind.Proof, State: StepState.Open });
        var reader = People.Person("reader", People.OwnUnit, [.. step.Roles]);
        return review.Decide(reader, People.Decision(review, step.Code, StepOutcome.Return) with { Corrections = corrections }, People.Now)
            .Failure!;
    }
}
