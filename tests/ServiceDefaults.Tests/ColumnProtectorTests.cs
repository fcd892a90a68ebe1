using System.Security.Cryptography;
using Disclosure.ServiceDefaults.Persistence;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>What of people stands encrypted in columns.</summary>
public sealed class ColumnProtectorTests
{
    private const string Place = "people.address/1";

    private static readonly string First = NewKey();
    private static readonly string Second = NewKey();

    [Theory]
    [InlineData("")]
    [InlineData("某人@bureau.test 🏛")]
    public void What_was_kept_is_read_and_looks_different_every_time(string text)
    {
        var protector = new ColumnProtector(First);
        var (one, other) = (protector.Protect(text, Place), protector.Protect(text, Place));

        Assert.Equal((text, text), (protector.Unprotect(one, Place), protector.Unprotect(other, Place)));
        Assert.NotEqual(one, other);
        Assert.Matches("^[0-9a-f]{8}\\.[A-Za-z0-9_-]+$", one);
    }

    [Fact]
    public void With_a_new_key_what_the_former_one_kept_is_still_read()
    {
        var before = new ColumnProtector(First).Protect("text", Place);
        var after = new ColumnProtector(Second, First);

        Assert.Equal("text", after.Unprotect(before, Place));
        Assert.False(after.IsCurrent(before));
        Assert.True(after.IsCurrent(after.Protect("text", Place)));
        Assert.NotEqual(before[..8], after.Protect("text", Place)[..8]);
        Assert.Contains("Protection:FormerKeys", Assert.Throws<CryptographicException>(()
            => new ColumnProtector(Second).Unprotect(before, Place)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_changed_cut_or_moved_is_not_read_and_not_quoted()
    {
        var protector = new ColumnProtector(First);
        var kept = protector.Protect("text", Place);
        var middle = kept.Length / 2;
        string[] spoilt = ["", "text", kept[..9], kept[..^4], kept + "AAAA", kept[8..],
            kept[..middle] + (kept[middle] == 'A' ? 'B' : 'A') + kept[(middle + 1)..]];

        foreach (var text in spoilt)
        {
            var refusal = Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect(text, Place));
            if (text.Length > 4) Assert.DoesNotContain(text, refusal.ToString(), StringComparison.Ordinal);
        }

        Assert.ThrowsAny<CryptographicException>(() => protector.Unprotect(kept, "people.address/2"));
    }

    [Theory]
    [InlineData(null, "Protection:Key is not configured")]
    [InlineData(" ", "Protection:Key is not configured")]
    [InlineData("no base64!", "Protection:Key is no key")]
    [InlineData("AAAA", "Protection:Key is no key")]
    public void A_missing_or_wrong_key_is_named(string? key, string words)
        => Assert.StartsWith(words, Assert.Throws<InvalidOperationException>(() => new ColumnProtector(key)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_wrong_former_key_is_named()
        => Assert.StartsWith("Protection:FormerKeys is no key",
            Assert.Throws<InvalidOperationException>(() => new ColumnProtector(First, "AAAA")).Message, StringComparison.Ordinal);

    private static string NewKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
}
