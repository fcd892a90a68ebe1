using System.Net;
using System.Net.Http.Headers;
using Disclosure.Kernel.People;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Disclosure.ServiceDefaults.Tests;

/// <summary>A whole stack can be set to another day, and only where nobody relies on it.</summary>
public sealed class ShiftedClockTests
{
    [Theory]
    [InlineData("30.00:00:00", 30)]
    [InlineData("-1.00:00:00", -1)]
    [InlineData("", 0)]
    public async Task In_Development_a_service_lives_on_the_day_it_is_told(string offset, int days)
    {
        await using var app = Builder("Development", offset).Build();
        var clock = app.Services.GetRequiredService<TimeProvider>();

        Assert.Equal(days, (clock.GetUtcNow() - TimeProvider.System.GetUtcNow()).TotalDays, 0.001);
        Assert.Equal(TimeProvider.System.TimestampFrequency, clock.TimestampFrequency);
    }

    [Theory]
    [InlineData("Production", "30.00:00:00", "Clock:Offset is only for Development; this is Production.")]
    [InlineData("Staging", "00:00:01", "Clock:Offset is only for Development; this is Staging.")]
    [InlineData("Development", "next week", "Clock:Offset: 'next week' is not a duration such as 30.00:00:00.")]
    public void Elsewhere_and_for_no_duration_it_is_refused(string environment, string offset, string message)
        => Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => Builder(environment, offset)).Message);

    [Fact]
    public async Task A_token_of_today_is_valid_on_a_day_far_ahead()
    {
        var builder = Builder("Development", "7300.00:00:00");
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Identity:Issuer"] = TestTokens.Issuer;
        builder.AddStaffAuthentication();
        builder.Services.TrustTestTokens();
        await using var app = builder.Build();
        app.UseServiceDefaults();
        app.MapGet("/{authority}/me", () => "me").RequireOwnAuthority();
        await app.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", TestTokens.For("bijie", Roles.Officer));

        using var answer = await http.GetAsync(new Uri("/bijie/me", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private static WebApplicationBuilder Builder(string environment, string offset)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Logging.ClearProviders();
        builder.Configuration["Clock:Offset"] = offset;
        builder.AddServiceDefaults();
        return builder;
    }
}
