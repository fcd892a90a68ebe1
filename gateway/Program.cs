using Disclosure.Gateway;
using Disclosure.Gateway.Caching;
using Disclosure.Gateway.Clients;
using Disclosure.Gateway.Notifications;
using Disclosure.Gateway.Routing;
using Disclosure.Gateway.RulesApi;
using Disclosure.Gateway.Security;
using Disclosure.Gateway.SignIn;
using Disclosure.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddGatewaySignIn().AddServiceRoutes().AddApiDocuments().AddServiceClients().AddPublicPages().AddGuards().AddWebFront();
builder.AddDataAndMessaging().AddNotifications().Services.AddRulesApi();

var app = builder.Build();
if (await app.MigrateAsync(args)) return;
app.UseSecurityHeaders().UseServiceDefaults();
app.UseKnownHosts().UsePublicPages().UseGuards();
app.MapSignIn();
app.MapServiceRoutes();
app.MapRules();
app.MapApiDocuments();
app.MapWebFront();
await app.RunAsync();
