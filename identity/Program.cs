using Disclosure.DevelopmentIssuer;
using Disclosure.DevelopmentIssuer.Login;
using Disclosure.DevelopmentIssuer.Protocol;
using Disclosure.DevelopmentIssuer.Realm;

var builder = WebApplication.CreateBuilder(args);
if (!builder.Environment.IsDevelopment())
{
    await Console.Error.WriteLineAsync(RealmReader.OnlyInDevelopment);
    return 1;
}

var realm = RealmReader.Read(builder.Configuration);
// A request that is never completed keeps nobody from ending the process; Kestrel takes one second more to cut it off.
builder.Services.AddSingleton(realm).Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromSeconds(1.5));
builder.AddProtocol(realm).AddLogin(realm);

var app = builder.Build();
app.UseRealmAddress(realm);
app.UseAuthentication();
app.MapProtocol();
app.MapLogin();
app.MapGet("/health", () => "Healthy");
await app.RunAsync();
return 0;
