using Disclosure.Review.Consumers;
using Disclosure.Review.Data;
using Disclosure.Review.Features;
using Disclosure.ServiceDefaults;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Files;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.Messaging;
using Disclosure.ServiceDefaults.Persistence;
using MassTransit;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddStaffAuthentication();
builder.AddServiceDatabase<ReviewDb>("review-db").AddFileStore();
builder.AddMessaging<ReviewDb>("review", queues
    => queues.Add<RequestReviewConsumer>(room: SharedQueues.RoomForTexts).Add<PeopleRequestedConsumer>().Add<CalendarsRequestedConsumer>());
builder.AddRules<ReviewDb>();
builder.Services.AddReview();

var app = builder.Build();
if (await app.MigrateAsync<ReviewDb>("review-db", args)) return;
app.UseServiceDefaults();
app.MapReview();
await app.RunAsync();
