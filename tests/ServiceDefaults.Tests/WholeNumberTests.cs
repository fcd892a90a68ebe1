using System.Text.Json;
using Disclosure.ServiceDefaults.Http;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>A number without a fraction is whole however it is written; nothing else is.</summary>
public sealed class WholeNumberTests
{
    [Theory]
    [InlineData("2027", 2027)]
    [InlineData("2027.0", 2027)]
    [InlineData("-2.01e3", -2010)]
    public void It_is_read(string json, int number) => Assert.Equal(number, JsonSerializer.Deserialize<int>(json, JsonDialect.Client));

    [Theory]
    [InlineData("2027.5")]
    [InlineData("\"2027\"")]
    [InlineData("3e9")]
    [InlineData("1e300")]
    [InlineData("null")]
    public void Anything_else_is_refused(string json)
        => Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<int>(json, JsonDialect.Client));

    [Fact]
    public void None_stays_none() => Assert.Null(JsonSerializer.Deserialize<int?>("null", JsonDialect.Client));
}
