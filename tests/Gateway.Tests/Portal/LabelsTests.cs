using Disclosure.Contracts.Catalogue.Api;
using Disclosure.Contracts.Review.Api;
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
        { nameof(CaseState), Of<CaseState>(Labels.CaseState) },
        { nameof(StepState), Of<StepState>(Labels.StepState) },
        { nameof(StepOutcome), Of<StepOutcome>(Labels.Outcome) },
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
