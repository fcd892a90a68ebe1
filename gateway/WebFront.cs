using System.Text.Encodings.Web;
using System.Text.Unicode;
using Disclosure.Gateway.Display;
using Disclosure.Gateway.Failures;
using Disclosure.Gateway.Pages;
using Disclosure.Gateway.Pages.Staff.Packs;
using Disclosure.Gateway.Portal;
using Disclosure.Gateway.Security;
using Disclosure.Gateway.Work;
using Disclosure.Rules.Packs;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Disclosure.Gateway;

/// <summary>The pages: citizen portal and staff workbench, rendered on the server.</summary>
internal static class WebFront
{
    public static WebApplicationBuilder AddWebFront(this WebApplicationBuilder builder)
    {
        // Finds the built style sheets when run from the build's output; a published gateway has them beside it.
        builder.WebHost.UseStaticWebAssets();
        // The build has compressed the assets; watching them for changes would send them stored instead.
        builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= bool.FalseString;
        builder.Services.TryAddSingleton(RulePacks.Load(builder.Configuration["RulePacks:Directory"]));
        builder.WebHost.ConfigureKestrel(LongAddresses.Allow);
        // Chinese is written as it is, not as numeric references three times as long.
        builder.Services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        // Before the framework's own writer, which only speaks JSON.
        builder.Services.Insert(0, ServiceDescriptor.Singleton<IProblemDetailsWriter, FailurePages>());
        builder.Services.AddExceptionHandler<BackendFailures>();
        builder.Services.AddSingleton(_ => new RenderedBodies());
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddRazorComponents();
        return builder;
    }

    public static void MapWebFront(this WebApplication app)
    {
        app.MapStaticAssets();
        app.MapFeeds();
        DisplayMode.Map(app);
        app.MapNoticeLinks();
        app.MapPrintedRules();
        app.MapRazorComponents<App>();
    }
}
