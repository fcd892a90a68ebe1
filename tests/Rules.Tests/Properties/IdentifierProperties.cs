using Disclosure.Rules.Identifiers;
using Disclosure.Rules.Scanning;
using FsCheck.Fluent;
using Xunit;

namespace Disclosure.Rules.Tests.Properties;

public sealed class IdentifierProperties
{
    private const string CreditAlphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    [Fact]
    public void The_identity_checksum_detects_every_single_digit_change()
        => Generators.Of("0123456789", 17).Zip(Gen.Choose(0, 16), (digits, at) => (digits, at)).Holds(input =>
            "0123456789".Where(digit => digit != input.digits[input.at])
                .All(digit => IdentityCard.CheckCharacter(Change(input.digits, input.at, digit)) != IdentityCard.CheckCharacter(input.digits)));

    [Fact]
    public void The_organisation_checksum_detects_every_single_digit_change()
        => Generators.Of("0123456789", 8).Zip(Gen.Choose(0, 7), (digits, at) => (digits, at)).Holds(input =>
            "0123456789".Where(digit => digit != input.digits[input.at])
                .All(digit => OrganisationCode.CheckCharacter(Change(input.digits, input.at, digit)) != OrganisationCode.CheckCharacter(input.digits)));

    [Fact]
    public void The_credit_checksum_detects_every_single_character_change()
        => Generators.Of(CreditAlphabet, 17).Zip(Gen.Choose(0, 16), (code, at) => (code, at)).Holds(input =>
            CreditAlphabet.Where(character => character != input.code[input.at])
                .All(character => SocialCreditCode.CheckCharacter(Change(input.code, input.at, character)) != SocialCreditCode.CheckCharacter(input.code)));

    [Fact]
    public void Any_text_can_be_checked_and_scanned()
        => Generators.Of("0123456789０X×-－ @.a〔〕号第年组社镇县\n毕", 60).Holds(text =>
        {
            var spans = SensitiveDataScanner.Scan(text);
            return IdentityCard.Check(text, new(2026, 1, 1)).Valid is false
                && SocialCreditCode.Check(text).Valid is false
                && (IndexNumber.Check(text).Valid || DocumentNumber.Check(text) is not null)
                && spans.Zip(spans.Skip(1)).All(pair => pair.First.Start + pair.First.Length <= pair.Second.Start)
                && spans.All(span => text.Substring(span.Start, span.Length) == span.Text);
        });

    private static string Change(string text, int at, char character) => string.Concat(text.AsSpan(0, at), [character], text.AsSpan(at + 1));
}
