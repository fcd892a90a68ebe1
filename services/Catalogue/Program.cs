using Disclosure.Catalogue.Consumers;
using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Features;
using Disclosure.ServiceDefaults;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.Messaging;
using Disclosure.ServiceDefaults.Persistence;
using MassTransit;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddStaffAuthentication();
builder.AddServiceDatabase<CatalogueDb>("catalogue-db");
builder.AddMessaging<CatalogueDb>("catalogue", queues
    => queues.Add<ReviewConcludedConsumer>().Add<ConclusionFailedConsumer>().Add<ReviewRefusedConsumer>());
builder.AddCatalogue();

var app = builder.Build();
if (await app.MigrateAsync<CatalogueDb>("catalogue-db", args)) return;
app.UseServiceDefaults();
app.MapCatalogue();
await app.RunAsync();
