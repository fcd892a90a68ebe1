using System.Diagnostics;
using System.Text;
using Disclosure.Rules.Identifiers;
using Disclosure.Rules.Scanning;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Disclosure.Rules.Tests.Properties;

public sealed class ScannerProperties
{
    private static readonly string[] Joints = [" ", "  ", "\u00A0", "\u3000", "\u200B", "\u2060", "\uFEFF", "\u00AD", "\u202D", "-", "－",
        "—", "·", ".", "\n", "\r\n", "\t", "/"];

    private static readonly Func<char, string>[] Styles =
    [
        digit => digit.ToString(), digit => Of(digit, 0x1D7CE),
        digit => Of(digit, 0x1D7F6), digit => Of(digit, 0x0660), digit => Of(digit, 0x0966), digit => Of(digit, 0xFF10),
        digit => digit + "\uFE0F\u20E3",
        digit => digit + "\u0332", digit => $"&#{(int)digit};", digit => $"&#x{(int)digit:x};",
    ];

    [Fact]
    public void Whatever_parts_an_identity_number_it_is_found_whole_and_masked()
        => Identities().Zip(Gen.Elements(Joints).Zip(Gen.Choose(1, 17)), (number, joint)
            => (number, joint: joint.Item1, at: joint.Item2)).Holds(input =>
        {
            var written = input.number.Insert(input.at, input.joint);
            var span = SensitiveDataScanner.Scan($"某人{written}，").Single();
            return span.Kind == SensitiveKind.IdentityCard && span.Text == written && span.Masked.Count(IsShown) <= 5;
        });

    [Fact]
    public void A_mask_hides_digits_whatever_they_are_written_by()
        => Identities().Zip(Gen.Elements(Styles).ListOf(18).Zip(Gen.Elements("见", "一、", "\u200B", "&#21495;")), (number, rest)
            => (number, before: rest.Item2, written: string.Concat(number.Select((digit, place) => rest.Item1[place](digit)))))
        .Holds(input =>
        {
            var text = $"{input.before}{input.written}，";
            var spans = SensitiveDataScanner.Scan(text);
            return spans is [{ Kind: SensitiveKind.IdentityCard } span] && span.Text == input.written
                && span.Start == input.before.Length && Digits(span.Masked) <= 5
                && Digits(Masks.Apply(text, spans)) <= 5 + Digits(input.before);
        });

    [Fact]
    public void No_mask_leaves_more_than_its_kind_may_show()
        => Generators.Of("0123456789０９Xx（）()- \u200B\u3000·./转@a.cn", 40).Holds(text
            => SensitiveDataScanner.Scan("身份证号卡号电话护照" + text).All(span => span.Kind switch
        {
            SensitiveKind.IdentityCard or SensitiveKind.LikelyIdentityCard => span.Masked.Count(IsShown) <= 5,
            SensitiveKind.BankCard => span.Masked.Count(IsShown) <= 4,
            SensitiveKind.OtherDocument => span.Masked.Count(IsShown) <= 2,
            SensitiveKind.MobilePhone => span.Masked.Count(IsShown) <= 7,
            SensitiveKind.FixedPhone => span.Text.Count(IsShown) - span.Masked.Count(IsShown) >= 4,
            _ => true,
        }));

    [Fact]
    public void A_masked_text_has_nothing_more_to_mask()
        => Identities().Zip(Generators.Of("0123456789 -，、X电话号码", 30), (number, noise) => noise + number + noise).Holds(text =>
        {
            var masked = Masks.Apply(text, SensitiveDataScanner.Scan(text));
            return SensitiveDataScanner.Scan(masked).All(span => span.Kind is not SensitiveKind.IdentityCard);
        });

    [Theory]
    [InlineData("1")]
    [InlineData("1 ")]
    [InlineData("1\u200B")]
    [InlineData("1\n")]
    [InlineData("13812345678")]
    [InlineData("138 ")]
    [InlineData("520502199001010011")]
    [InlineData("号码1")]
    [InlineData("1,")]
    [InlineData("0857-")]
    [InlineData("第1")]
    public void Three_hundred_thousand_characters_are_read_within_a_second_on_a_machine_that_has_one(string part)
    {
        var (small, large) = (Repeated(part, 30_000), Repeated(part, 300_000));
        var (tenth, whole) = (TimeSpan.MaxValue, TimeSpan.MaxValue);
        for (var round = 0; round < 6 && whole >= TimeSpan.FromSeconds(1); round++)
        {
            tenth = Least(tenth, small);
            whole = Least(whole, large);
        }

        // Where others take the processor, ten times the text may still not take more than some ten times the time.
        Assert.True(whole < TimeSpan.FromSeconds(1) || whole < tenth * 25,
            $"{part}: {whole.TotalMilliseconds:0} ms, a tenth {tenth.TotalMilliseconds:0} ms");
    }

    private static string Repeated(string part, int length) => string.Concat(Enumerable.Repeat(part, length / part.Length));

    private static TimeSpan Least(TimeSpan before, string text)
    {
        var watch = Stopwatch.StartNew();
        _ = SensitiveDataScanner.Scan(text).Count;
        return watch.Elapsed < before ? watch.Elapsed : before;
    }

    private static string Of(char digit, int zero)
        => char.IsAsciiDigit(digit) ? char.ConvertFromUtf32(zero + digit - '0') : digit.ToString();

    // Digits as a reader sees them.
    private static int Digits(string text)
        => text.EnumerateRunes().Count(rune => Rune.GetNumericValue(rune) >= 0 || char.ConvertFromUtf32(rune.Value) is "X");

    private static bool IsShown(char character) => char.IsAsciiLetterOrDigit(character) || character is >= '０' and <= 'ｚ';

    private static Gen<string> Identities() => Gen.Elements("520502", "110105", "654025", "810000").Zip(Gen.Choose(0, 30_000),
        (region, day) => (region, day))
        .Zip(Gen.Choose(0, 999), (birth, serial) => $"{birth.region}{new DateOnly(1935, 1, 1).AddDays(birth.day):yyyyMMdd}{serial:000}")
        .Select(digits => digits + IdentityCard.CheckCharacter(digits));
}
