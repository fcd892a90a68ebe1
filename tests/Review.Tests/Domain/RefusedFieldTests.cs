using System.Reflection;
using Disclosure.Kernel;
using Disclosure.Kernel.People;
using Disclosure.Review.Domain.Decisions;
using Disclosure.Review.Domain.People;
using Xunit;

namespace Disclosure.Review.Tests.Domain;

/// <summary>What is refused because of what was filled in says which field it is, so that a page can lead there.</summary>
public sealed class RefusedFieldTests
{
    /// <summary>Said of one field or another, by whoever asks for the person.</summary>
    private static readonly string[] OfEitherPerson = ["delegation-to-oneself", "colleague-is-unknown"];

    [Fact]
    public void Every_refusal_of_what_was_filled_in_names_its_fields()
    {
        var refusals = new[] { typeof(Refusals), typeof(ChangeRefusals), typeof(AnswerRefusals), typeof(DelegationRefusals) }
            .SelectMany(type => type.GetFields(BindingFlags.Public | BindingFlags.Static)).Select(field => field.GetValue(null))
            .OfType<Failure>()
            .Append(Refusals.ChecklistIsIncomplete([])).Append(ChangeRefusals.ValueIsUnknown("ground"))
            .Append(AnswerRefusals.FindingsAreUnanswered([])).Append(AnswerRefusals.DoNotFit([(0, AnswerFault.Blank)]))
            .Append(ChangeRefusals.CorrectionsDoNotFit([(0, CorrectionFault.TooLong)]))
            .Append(Refusals.OfReason(new string('x', 3000))!).Append(Refusals.OfReason("\0")!).ToList();
        Assert.NotEmpty(refusals);
        Assert.Empty(refusals.Where(refusal => refusal.Kind == FailureKind.Invalid && refusal.Errors is null)
            .Select(refusal => refusal.Code).Except(OfEitherPerson));
    }

    [Fact]
    public void A_message_of_a_field_is_what_happened()
    {
        var refusal = DelegationRefusals.ToOneself.At(DelegationRefusals.Substitute(SubstitutionKind.Delegation));
        Assert.Equal([DelegationRefusals.ToOneself.Title], refusal.Errors!["delegate"]);
        Assert.Equal(["接替人员不能是离岗人员本人"], DelegationRefusals.ReplacesOneself.Errors!["successor"]);
        // Each says which rule was broken, at the field that breaks it.
        Assert.All(new[] { DelegationRefusals.EndsBeforeStart, DelegationRefusals.EndsInThePast, DelegationRefusals.LastsTooLong },
            dates => Assert.Equal(["endsOn"], dates.Errors!.Keys));
        Assert.Equal(["startsOn"], DelegationRefusals.StartsInThePast.Errors!.Keys);
    }
}
