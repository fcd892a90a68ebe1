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
                .All(digit => IdentityCard.CheckCharacter(Change(input.digits, input.at, digit)) != IdentityCard
                .CheckCharacter(input.digits)));

    [Fact]
    public void The_organisation_checksum_detects_every_single_digit_change()
        => Generators.Of("0123456789", 8).Zip(Gen.Choose(0, 7), (digits, at) => (digits, at)).Holds(input =>
            "0123456789".Where(digit => digit != input.digits[input.at])
                .All(digit => OrganisationCode.CheckCharacter(Change(input.digits, input.at, digit)) != OrganisationCode
                .CheckCharacter(input.digits)));

    [Fact]
    public void The_credit_checksum_detects_every_single_character_change()
        => Generators.Of(CreditAlphabet, 17).Zip(Gen.Choose(0, 16), (code, at) => (code, at)).Holds(input =>
            CreditAlphabet.Where(character => character != input.code[input.at])
                .All(character => SocialCreditCode.CheckCharacter(Change(input.code, input.at, character)) != SocialCreditCode
                .CheckCharacter(input.code)));

    [Fact]
    public void Any_text_can_be_checked_and_scanned()
        => Generators.Of("0123456789０２٣५X×-－ @.a〔〕()（）号第年组社镇县小区村苑\n毕", 60).Holds(text =>
        {
            var spans = SensitiveDataScanner.Scan(text);
            return IdentityCard.Check(text, new(2026, 1, 1)).Valid is false
                && SocialCreditCode.Check(text).Valid is false
                && (IndexNumber.Check(text).Valid || DocumentNumber.Check(text) is not null)
                && spans.Zip(spans.Skip(1)).All(pair => pair.First.Start + pair.First.Length <= pair.Second.Start)
                && spans.All(span => text.Substring(span.Start, span.Length) == span.Text);
        });

    // Random text hits the grammars too rarely: digits of every script are put where the grammars have digits.
    [Fact]
    public void Digits_of_any_script_can_stand_in_a_number_and_only_ascii_ones_make_it_valid()
        => Generators.Of("12０２٣५①", 4).Zip(Generators.Of("12０٣५", 3), (year, serial) => (year, serial)).Holds(input =>
            ((string[])[$"国办函〔{input.year}〕{input.serial}号", $"财政部公告{input.year}年第{input.serial}号", $"国务院令第{input.serial}号"])
                .All(number => !DocumentNumber.Check(number).Valid || number.Where(char.IsDigit).All(char.IsAsciiDigit))
            && ((string[])[$"000014349/{input.year}-00{input.serial}", $"530000123456{input.year}00{input.serial}",
            $"330200-A01-02-003-{input.year}0513-{input.serial}"])
                .All(number => IndexNumber.Check(number) is { Normalized: var normal, Valid: var valid }
                && (!valid || normal!.Where(char.IsDigit).All(char.IsAsciiDigit))));

    private static string Change(string text, int at, char character)
        => string.Concat(text.AsSpan(0, at), [character], text.AsSpan(at + 1));
}
