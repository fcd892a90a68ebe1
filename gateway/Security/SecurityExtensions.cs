using Disclosure.Gateway.Failures;
using Disclosure.Gateway.SignIn;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Disclosure.Gateway.Security;

/// <summary>What guards every answer: headers, and a limit on what strangers may read and write.</summary>
internal static class SecurityExtensions
{
    private static readonly ProblemHttpResult NotByForm = Problems
        .Of(StatusCodes.Status405MethodNotAllowed, "method-is-not-allowed", "不支持这样访问");
    private static readonly ProblemHttpResult ForeignForm = Problems.Of(StatusCodes.Status400BadRequest, "form-is-invalid", "请求有误",
        FailureText.Of(StatusCodes.Status400BadRequest).Meaning);

    public static WebApplicationBuilder AddGuards(this WebApplicationBuilder builder)
    {
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "form";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        builder.Services.Configure<CallerLimits>(builder.Configuration.GetSection(CallerLimits.Section));
        builder.Services.AddSingleton<SiteAddresses>();
        builder.Services.AddRateLimiter(_ => { });
        builder.Services.AddOptions<RateLimiterOptions>()
            .Configure<IOptions<CallerLimits>>((options, limits) => limits.Value.Apply(options));
        return builder;
    }

    /// <summary>Sets the security headers; outside the cache, so that cached pages carry them too.</summary>
    public static WebApplication UseSecurityHeaders(this WebApplication app)
    {
        var policy = ContentPolicy(app.Configuration);
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";
            headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
            headers["Cross-Origin-Opener-Policy"] = "same-origin";
            headers.XFrameOptions = "DENY";
            context.Response.OnStarting(ForbidStoringByDefault, context);
            if (context.Request.IsHttps) headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
            return next();
        });
        return app;
    }

    /// <summary>Answers only what came by a name of this site.</summary>
    public static WebApplication UseKnownHosts(this WebApplication app)
    {
        app.Use(app.Services.GetRequiredService<SiteAddresses>().RefuseStrangersAsync);
        return app;
    }

    /// <summary>Who asks, may they, how often, and from our own form; inside the cache, which makes no difference between
    /// readers.</summary>
    public static WebApplication UseGuards(this WebApplication app)
    {
        app.Use(LongAddresses.RefuseAsync);
        // The sign-in answers its own addresses inside authentication, where the limit behind it is never reached.
        app.UseWhen(OpenIdConnectSetup.IsCallback, callbacks => callbacks.UseRateLimiter().Use(RefuseBodiesAsync));
        app.UseAuthentication();
        // A request without a session is answered by the authorization, which may read its form: it is counted before.
        app.UseRateLimiter();
        app.UseAuthorization();
        app.UseAntiforgery();
        app.Use(RefuseForeignFormsAsync);
        return app;
    }

    /// <summary>Browsers come from the issuer by links; a form would be read before anybody knows whose it is.</summary>
    private static Task RefuseBodiesAsync(HttpContext context, RequestDelegate next)
        => HttpMethods.IsGet(context.Request.Method) ? next(context) : NotByForm.ExecuteAsync(context);

    /// <summary>Pages would say in bare English that a form is none of theirs, or cannot be read.</summary>
    private static async Task RefuseForeignFormsAsync(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
        {
            await next(context);
            return;
        }

        await StaleForms.TakeNoteAsync(context);
        await ForeignForm.ExecuteAsync(context);
    }

    /// <summary>Nothing inline and nothing from elsewhere. Forms may end at the identity provider, because signing out redirects
    /// there.</summary>
    private static string ContentPolicy(IConfiguration configuration)
    {
        var issuer = new Uri(StaffAuthentication.Issuer(configuration)).GetLeftPart(UriPartial.Authority);
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + $"form-action 'self' {issuer}; base-uri 'self'; frame-ancestors 'none'";
    }

    /// <summary>What says nothing about being kept may not be kept.</summary>
    private static Task ForbidStoringByDefault(object state)
    {
        var headers = ((HttpContext)state).Response.Headers;
        if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}
