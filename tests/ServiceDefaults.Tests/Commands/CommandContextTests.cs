using System.Security.Claims;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Commands;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
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

    [Fact]
    public void Whoever_stands_in_acts_for_the_principal_where_the_own_powers_do_not_open_the_door()
    {
        var standIn = new Mandate("bijie-office", "某主任", "office", new HashSet<string> { "office", "head" });
        var http = Request("*", people: new Known(standIn));
        var own = CommandContext.Of(http, 1, "office", "head").Actor;
        var forAnother = CommandContext.Of(http, 1, "office").Actor;
        Assert.Equal(("art", "head", null), (own.Unit, own.Role, own.OnBehalfOf));
        Assert.Equal(("bijie-head", "office", "office", "bijie-office"),
            (forAnother.Subject, forAnother.Unit, forAnother.Role, forAnother.OnBehalfOf));
    }

    /// <summary>Everybody stands in for the same person.</summary>
    private sealed class Known(Mandate other) : IPeople
    {
        public Task<Person> OfAsync(StaffMember staff, CancellationToken cancellation) => Task.FromResult(new Person(staff.Subject,
            staff.Name, staff.Authority, [new Mandate(staff.Subject, staff.Name, staff.Unit, staff.Roles), other]));

        public Task<IReadOnlyList<Person>> OfAsync(string authority, IReadOnlyList<Mandate> people, CancellationToken cancellation,
            Guid? without = null)
            => throw new NotSupportedException();
    }

    private static DefaultHttpContext Request(string ifMatch, string path = "/here", IPeople? people = null)
    {
        var services = new ServiceCollection();
        if (people is not null) services.AddSingleton(people);
        var http = new DefaultHttpContext
        {
            User = new ClaimsPrincipal(new ClaimsIdentity(
            [
                new Claim("sub", "bijie-head"), new Claim("name", "某科长"), new Claim("authority", "bijie"), new Claim("unit", "art"),
                    new Claim("role", "head"),
            ], "test")),
            RequestServices = services.BuildServiceProvider(),
        };
        http.Request.Method = "PUT";
        http.Request.Path = path;
        http.Request.Headers.IfMatch = ifMatch;
        http.Connection.RemoteIpAddress = System.Net.IPAddress.Parse("10.0.0.7");
        Assert.True(http.LookUpAsync(http.User.Staff()!).IsCompletedSuccessfully);
        return http;
    }
}
