using System.Security.Claims;
using Disclosure.ServiceDefaults.Commands;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests.Commands;

/// <summary>What a request says of who asks, of its key, and of the version it is about.</summary>
public sealed class CommandContextTests
{
    [Theory]
    [InlineData("\"3\"", true)]
    [InlineData("\"2\", \"3\"", true)]
    [InlineData("*", true)]
    [InlineData("\"4\"", false)]
    [InlineData("W/\"3\"", false)]
    public void A_version_is_compared_as_strongly_as_the_standard_asks(string header, bool accepted)
    {
        var command = CommandContext.Of(Request(header), 1);
        Assert.Null(command.Problem(versioned: true));
        Assert.Equal(accepted, command.Accepts(3));
    }

    [Theory]
    [InlineData("W/*")]
    [InlineData("*, \"3\"")]
    [InlineData("\"3")]
    [InlineData("3")]
    [InlineData("")]
    public void What_is_no_version_is_told(string header)
        => Assert.Equal(CommandFailures.VersionIsUnreadable, CommandContext.Of(Request(header), 1).Problem(versioned: false));

    [Fact]
    public void The_same_content_at_the_same_address_is_the_same_request_and_nothing_else_is()
    {
        var fingerprint = CommandContext.Of(Request("*"), new { a = 1 }).Fingerprint;
        Assert.Equal(fingerprint, CommandContext.Of(Request("*"), new { a = 1 }).Fingerprint);
        Assert.NotEqual(fingerprint, CommandContext.Of(Request("*"), new { a = 2 }).Fingerprint);
        Assert.NotEqual(fingerprint, CommandContext.Of(Request("*", "/elsewhere"), new { a = 1 }).Fingerprint);
    }

    [Fact]
    public void Whoever_acts_is_named_with_unit_and_the_role_that_opens_the_door()
    {
        var actor = CommandContext.Of(Request("*"), 1, "office", "head").Actor;
        Assert.Equal(("bijie-head", "某科长", "bijie", "art", "head", "10.0.0.7"),
            (actor.Subject, actor.Name, actor.Authority, actor.Unit, actor.Role, actor.Address));
    }

    private static DefaultHttpContext Request(string ifMatch, string path = "/here")
    {
        var http = new DefaultHttpContext
        {
            User = new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim("sub", "bijie-head"), new Claim("name", "某科长"), new Claim("authority", "bijie"), new Claim("unit", "art"),
                    new Claim("role", "head"),
            ], "test")),
        };
        http.Request.Method = "PUT";
        http.Request.Path = path;
        http.Request.Headers.IfMatch = ifMatch;
        http.Connection.RemoteIpAddress = System.Net.IPAddress.Parse("10.0.0.7");
        return http;
    }
}
