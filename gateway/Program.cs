using Disclosure.Gateway;
using Disclosure.Gateway.Caching;
using Disclosure.Gateway.Clients;
using Disclosure.Gateway.Routing;
using Disclosure.Gateway.Security;
using Disclosure.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddServiceRoutes().AddApiDocuments().AddServiceClients().AddPublicPages().AddGuards().AddWebFront();

var app = builder.Build();
app.UseSecurityHeaders();
app.UseServiceDefaults();
app.UsePublicPages();
app.UseRateLimiter();
app.UseAntiforgery();
app.MapServiceRoutes();
app.MapApiDocuments();
app.MapWebFront();
app.Run();
