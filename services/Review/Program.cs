using Disclosure.Review.Consumers;
using Disclosure.Review.Data;
using Disclosure.Review.Features;
using Disclosure.Rules.Calendar;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.Messaging;
using Disclosure.ServiceDefaults.Persistence;
using MassTransit;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddStaffAuthentication();
builder.AddServiceDatabase<ReviewDb>("review-db");
builder.AddMessaging<ReviewDb>("review", bus => bus.AddConsumers(typeof(RequestReviewConsumer), typeof(PeopleRequestedConsumer)));
builder.Services.AddSingleton(RulePacks.Load(builder.Configuration["RulePacks:Directory"]));
builder.Services.AddSingleton(WorkingCalendar.Load(builder.Configuration["Calendar:Directory"]));
builder.Services.AddReview();

var app = builder.Build();
if (await app.MigrateAsync<ReviewDb>("review-db", args)) return;
app.UseServiceDefaults();
app.MapReview();
await app.RunAsync();
