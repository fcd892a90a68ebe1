using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Contracts.Review.Api;
using Disclosure.Contracts.Work;
using Disclosure.Gateway.Clients;
using Disclosure.Gateway.Portal;
using Disclosure.Kernel;
using Xunit;

namespace Disclosure.Gateway.Tests.Portal;

/// <summary>Every value that a service may say has Chinese words of its own.</summary>
public sealed class LabelsTests
{
    public static TheoryData<string, string[]> Words() => new()
    {
        { nameof(ItemState), Of<ItemState>(Labels.ItemState) },
        { nameof(ItemMark), Of<ItemMark>(Labels.Mark) },
        { nameof(NotPublicCause), Of<NotPublicCause>(NotPublicTerms.Name) },
        { nameof(CaseState), Of<CaseState>(state => DecisionTerms.Of(state)) },
        { nameof(StepState), Of<StepState>(state => DecisionTerms.Of(state)) },
        { nameof(StepOutcome), Of<StepOutcome>(outcome => DecisionTerms.Of(outcome)) },
        { "determination", Of<StepState>(state => DecisionTerms.Of(state, determines: true)) },
        { nameof(DelegationEnd), Of<DelegationEnd>(Labels.DelegationEnd) },
        { nameof(NoticeKind), [.. Of<NoticeKind>(Labels.Notice).Distinct()] },
        { nameof(FindingLevel), Of<FindingLevel>(Labels.FindingLevel) },
        { nameof(DisclosureAttribute), Of<DisclosureAttribute>(Labels.Attribute) },
        { nameof(DisclosureScope), Of<DisclosureScope>(Labels.Scope) },
        { nameof(Secrecy), Of<Secrecy>(Labels.Secrecy) },
        { nameof(Validity), Of<Validity>(Labels.Validity) },
    };

    [Theory]
    [MemberData(nameof(Words))]
    public void Each_value_is_said_in_words_of_its_own(string enumeration, string[] words)
    {
        Assert.True(words.Distinct(StringComparer.Ordinal).Count() == words.Length, $"{enumeration}: {string.Join('、', words)}");
        Assert.All(words, word => Assert.Matches("^[^A-Za-z]*\\p{IsCJKUnifiedIdeographs}[^A-Za-z]*$", word));
    }

    private static string[] Of<T>(Func<T, string> words) where T : struct, Enum => [.. Labels.Choices(words).Select(choice => choice.Name)];
}
