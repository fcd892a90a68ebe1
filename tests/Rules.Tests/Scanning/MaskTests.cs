using Disclosure.Rules.Scanning;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Rules.Tests.Scanning;

/// <summary>What a mask leaves, however the number was written.</summary>
public sealed class MaskTests
{
    [Theory]
    [Rule(234)]
    [InlineData("520502　19900101001X", "52**************01X")]
    [InlineData("5205021990\n0101001X", "52**************01X")]
    [InlineData("52050219900101001X", "52*************01X")]
    [InlineData("旧证520502900101001", "旧证52**********001")]
    [InlineData("身份证号110105194912310021", "身份证号11*************021")]
    [InlineData("138.1234.5678", "138******5678")]
    [InlineData("（138）12345678", "（13******5678")]
    [InlineData("6222.0212.3456.7890.128", "*******************.128")]
    [InlineData("0857/8222293", "0857******93")]
    [InlineData("护照E12345678", "护照*******78")]
    [InlineData("52050219900101001X13812345678", "52*************01X138****5678")]
    public void A_mask_covers_the_whole_number_with_its_separators(string text, string masked)
    {
        Assert.Equal(masked, Masks.Apply(text, SensitiveDataScanner.Scan(text)));
        Assert.Empty(SensitiveDataScanner.Scan(masked));
    }
}
