using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Disclosure.Contracts.Review;
using Disclosure.Testing;
using Xunit;

namespace Disclosure.Review.Tests.Service.Access;

/// <summary>送审附件: kept with the case, opened by whoever may read the case and nobody else, and never run.</summary>
[Collection(nameof(OneService))]
public sealed class CaseFileTests(ReviewService service)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reader_of_the_case_opens_its_files_to_save_them()
    {
        var file = await service.Keep("附件 1“名单”.txt", "名单：甲、乙、丙");
        var request = await service.Open(ReviewService.Request(files: [file]));
        var head = service.As("bijie", "head", "art");
        var listed = (await head.Case(request)).GetProperty("snapshot").GetProperty("files")[0];
        Assert.Equal((file.Name, file.Size, file.Digest), (listed.GetProperty("name").GetString(), listed.GetProperty("size").GetInt64(),
            listed.GetProperty("digest").GetString()));

        using var answer = await head.GetAsync(Address(request, file.Digest), Cancellation);
        Assert.Equal("名单：甲、乙、丙", await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Equal(("attachment", file.Name), (answer.Content.Headers.ContentDisposition!.DispositionType,
            answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal(("text/plain", "nosniff", "sandbox; default-src 'none'", "no-cache, private", $"\"{file.Digest}\""),
            (answer.Content.Headers.ContentType!.MediaType, Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")),
            Assert.Single(answer.Headers.GetValues("Content-Security-Policy")), answer.Headers.CacheControl!.ToString(),
            answer.Headers.ETag!.Tag));

        using var part = new HttpRequestMessage(HttpMethod.Get, Address(request, file.Digest));
        part.Headers.Range = new RangeHeaderValue(9, 11);
        using var partial = await head.SendAsync(part, Cancellation);
        Assert.Equal((HttpStatusCode.PartialContent, "甲"), (partial.StatusCode, await partial.Content.ReadAsStringAsync(Cancellation)));
        using var again = new HttpRequestMessage(HttpMethod.Get, Address(request, file.Digest));
        again.Headers.IfNoneMatch.Add(new EntityTagHeaderValue($"\"{file.Digest}\""));
        using var unchanged = await head.SendAsync(again, Cancellation);
        Assert.Equal(HttpStatusCode.NotModified, unchanged.StatusCode);
    }

    [Fact]
    public async Task Only_files_that_the_case_lists_are_opened()
    {
        var (own, other) = (await service.Keep("一.txt", "本件的附件"), await service.Keep("二.txt", "别件的附件"));
        var gone = own with { Name = "三.txt", Digest = new string('0', 64) };
        var request = await service.Open(ReviewService.Request(files: [own, gone]));
        await service.Open(ReviewService.Request(files: [other]));
        var head = service.As("bijie", "head", "art");
        foreach (var digest in new[] { other.Digest, "none", "..%2F..%2Fetc", own.Digest.ToUpperInvariant() })
            await head.GetAsync(Address(request, digest), Cancellation).Refused(404, "file-is-unknown");
        await head.GetAsync(Address(request, gone.Digest), Cancellation).Refused(404, "file-is-not-kept");
        await head.GetAsync($"/api/review/bijie/cases/{Guid.Empty}/files/{own.Digest}", Cancellation).Refused(404, "case-is-unknown");
    }

    [Fact]
    [Rule(235)]
    public async Task Whoever_may_not_read_the_case_opens_none_of_its_files()
    {
        var file = await service.Keep("名单.txt", "只有审核人员能看的附件");
        var request = await service.Open(ReviewService.Request(files: [file]) with { Recusal = new ReviewRecusal(["bijie-accused"], []) });
        await service.As("bijie", "officer", "market", "bijie-neighbour").GetAsync(Address(request, file.Digest), Cancellation)
            .Refused(403, "case-is-not-yours");
        await service.As("bijie", "head", "art", "bijie-accused").GetAsync(Address(request, file.Digest), Cancellation)
            .Refused(404, "case-is-unknown");
        await service.As("gaotai", "deputy").GetAsync(Address(request, file.Digest), Cancellation).Refused(403, "not-of-this-authority");
        using var read = await service.As("bijie", "discipline").GetAsync(Address(request, file.Digest), Cancellation);
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
    }

    [Fact]
    public async Task The_difference_tells_which_files_came_went_and_were_replaced()
    {
        var (kept, old, gone) = (await service.Keep("一.txt", "不变"), await service.Keep("二.txt", "旧"), await service.Keep("三.txt", "删去"));
        var first = await service.Open(ReviewService.Request(files: [kept, old, gone]));
        await service.As("bijie", "head", "art").Decide(first, "section-head", "return", "更换附件").Json(200);
        var (replaced, added) = (await service.Keep("二.txt", "新"), await service.Keep("四.txt", "新增"));
        var second = await service.Open(ReviewService.Request(subject: first.SubjectId, files: [kept, replaced, added]));
        var files = (await service.As("bijie", "head", "art").GetFromJsonAsync<JsonElement>(
            $"/api/review/bijie/cases/{second.CaseId}/difference", Cancellation)).GetProperty("files").EnumerateArray();
        Assert.Equal([(old.Digest, replaced.Digest), (null, added.Digest), (gone.Digest, null)],
            files.Select(file => (Digest(file, "before"), Digest(file, "after"))));
    }

    private static string? Digest(JsonElement file, string side)
        => file.GetProperty(side) is { ValueKind: JsonValueKind.Object } version ? version.GetProperty("digest").GetString() : null;

    private static string Address(RequestReview request, string digest)
        => $"/api/review/{request.Authority}/cases/{request.CaseId}/files/{digest}";
}
