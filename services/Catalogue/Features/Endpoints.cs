using Disclosure.Catalogue.Attachments;
using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Catalogue.Features.Public;
using Disclosure.Catalogue.Features.Staff;
using Disclosure.Catalogue.Features.Staff.Attachments;
using Disclosure.Catalogue.Features.Work;
using Disclosure.Catalogue.Import;
using Disclosure.Catalogue.Publishing;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Auditing;
using Disclosure.ServiceDefaults.Calendars;
using Disclosure.ServiceDefaults.Files;
using Disclosure.ServiceDefaults.Http;
using Disclosure.ServiceDefaults.Identity;
using Disclosure.ServiceDefaults.People;
using Disclosure.ServiceDefaults.Work;

namespace Disclosure.Catalogue.Features;

/// <summary>Every endpoint of the service, and what they need.</summary>
internal static class Endpoints
{
    /// <summary>What features ask.</summary>
    public static void AddCatalogue(this WebApplicationBuilder builder)
    {
        builder.AddRules<CatalogueDb>();
        builder.AddFileStore();
        builder.Services.AddSingleton<ImportLimiter>().AddSingleton<FileJudge>().AddSingleton<AttachmentIntake>()
            .AddSingleton<ReleaseCheck>();
        builder.Services.AddScoped<PublishItem>().AddScoped<ItemNotices>().AddScoped<IWorkSource, CatalogueWork>();
        builder.Services.AddSingleton<IAuditScreen<CatalogueDb>, ItemAuditScreen>();
    }

    public static void MapCatalogue(this WebApplication app)
    {
        var authority = app.MapGroup("/api/catalogue/{authority}").AddEndpointFilter(async (context, next) =>
            context.HttpContext.RequestServices.GetRequiredService<RulePacks>()
                .TryGet((string)context.HttpContext.GetRouteValue("authority")!, out _)
                ? await next(context)
                : ItemFailures.UnknownAuthority.ToProblem());
        authority.MapNotifier<CatalogueDb>();
        PublicEndpoints.Map(authority.MapGroup("public").WithTags("公开"));

        var staff = authority.MapGroup("").RequireOwnAuthority().WithTags("工作人员");
        staff.MapCaller();
        staff.MapWork<CatalogueDb>();
        ReadItems.Map(staff);
        ReadCompanions.Map(staff);
        DraftItem.Map(staff);
        ImportItem.Map(staff);
        EditItem.Map(staff);
        SubmitItem.Map(staff);
        ReviseItem.Map(staff);
        WithdrawItem.Map(staff);
        ConfirmShownVersion.Map(staff);
        AttachFile.Map(staff);
        ArrangeAttachments.Map(staff);
        ReadAttachment.Map(staff);
        CheckRelease.Map(staff);
        staff.MapAudit<CatalogueDb>();
    }
}
