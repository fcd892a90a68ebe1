using Disclosure.Catalogue.Consumers;
using Disclosure.Catalogue.Data;
using Disclosure.Catalogue.Domain;
using Disclosure.Contracts.Review;
using Disclosure.Rules.Packs;
using Disclosure.ServiceDefaults.Identity;

namespace Disclosure.Catalogue.Features.Staff;

/// <summary>送审: hands the exact content to the authority's publication flow.</summary>
internal static class SubmitItem
{
    public static void Map(RouteGroupBuilder staff) => staff.MapPost("items/{id:guid}/submit", Handle)
        .RequireRole(Roles.Officer, Roles.Head, Roles.Office).WithName("SubmitItem").WithSummary("送审");

    private static async Task<IResult> Handle(string authority, Guid id, HttpContext http, CatalogueDb db, RulePacks packs, TimeProvider clock,
        CancellationToken cancellation)
    {
        var staff = http.User.Staff()!;
        var found = await ItemAccess.ForChangeAsync(db, authority, id, staff, http.Request, cancellation);
        if (found.Failure is { } refused) return refused.ToProblem();
        var item = found.Value!;
        var now = clock.GetUtcNow();
        if (item.Submit(Guid.CreateVersion7(), staff.Subject, now) is { } failure) return failure.ToProblem();
        db.Publish(Request(item, packs[authority], now));
        return await ItemAccess.SaveAsync(db, cancellation) is { } conflict ? conflict.ToProblem() : ItemAccess.Ok(http, item);
    }

    private static RequestReview Request(Item item, RulePack pack, DateTimeOffset now) => new(
        Guid.CreateVersion7(), now, item.Authority, item.CaseId!.Value, FlowCodes.Publication, ReviewConcludedConsumer.SubjectKind, item.Id.Value,
        item.Content.Title, item.Unit, item.Author, item.SubmittedDigest!, Snapshot(item, pack), item.ReviewConditions(), [.. item.Contributors.Where(subject => subject != item.Author)],
        Code(item.Content.Attribute), item.Content.Ground, item.AuthorName);

    private static string Code(DisclosureAttribute attribute) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(attribute.ToString());

    private static ReviewSnapshot Snapshot(Item item, RulePack pack)
    {
        var content = item.Content;
        List<SnapshotField> fields =
        [
            new("名称", content.Title),
            new("目录分类", pack.Category(content.Category)?.Name ?? content.Category),
            new("责任单位", pack.Unit(item.Unit)?.Name ?? item.Unit),
            new("公开属性", "主动公开"),
            new("公开范围", "社会公开"),
            new("公开依据", pack.Grounds.FirstOrDefault(g => g.Code == content.Ground)?.Name ?? content.Ground),
            new("公开渠道", string.Join('、', content.Channels.Select(c => pack.Channels.FirstOrDefault(known => known.Code == c)?.Name ?? c))),
        ];
        if (content.Secrecy == Secrecy.Undetermined) fields.Add(new("涉密情况", "待确定"));
        if (content.DocumentNumber is { } number) fields.Add(new("文号", number));
        if (content.IssuingOrgan is { } organ) fields.Add(new("发文机关", organ));
        if (content.ProducedOn is { } produced) fields.Add(new("成文日期", produced.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)));
        if (content.Keywords.Count > 0) fields.Add(new("主题词", string.Join('、', content.Keywords)));
        if (content.Summary is { } summary) fields.Add(new("内容概述", summary));
        if (item.IndexNumber is { } index) fields.Add(new("索引号", index));
        return new ReviewSnapshot(content.Body, fields);
    }
}
