using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Disclosure.Contracts.Review;
using Disclosure.Kernel;
using Disclosure.Testing;
using Xunit;
using static Disclosure.Catalogue.Tests.StaffClient;

namespace Disclosure.Catalogue.Tests;

/// <summary>附件 through the service's doors: who adds, arranges and reads them, and which of their bytes readers get.</summary>
public sealed class AttachmentTests(CatalogueHost host) : IClassFixture<CatalogueHost>
{
    private const string Public = "/api/catalogue/bijie/public/items";

    [Fact]
    public async Task A_draft_carries_files_in_order_under_their_names()
    {
        using var officer = host.As("officer");
        var item = await officer.DraftAsync(Sample("附件的顺序和名称"));
        item = await officer.AttachAsync(item, "申报表.txt", "申报表");
        item = await officer.AttachAsync(item, "汇总.csv", "单位,数量\n文化馆,3");
        Assert.Equal(["申报表.txt", "汇总.csv"], item.Names());
        Assert.Equal(["text/plain", "text/csv"], item.Files().Select(file => file.Text("mediaType")));
        Assert.Equal(Encoding.UTF8.GetByteCount("单位,数量\n文化馆,3"), item.Files()[1].GetProperty("size").GetInt64());

        using var arranged = await officer.ArrangeAsync(item, (item.Files()[1].Text("digest"), "数量汇总.csv"),
            (item.Files()[0].Text("digest"), "申报表.txt"));
        item = await officer.ChangedAsync(item.Id, arranged);
        Assert.Equal(["数量汇总.csv", "申报表.txt"], item.Names());
        using var shortened = await officer.ArrangeAsync(item, (item.Files()[1].Text("digest"), "申报表.txt"));
        item = await officer.ChangedAsync(item.Id, shortened);
        item = await officer.AttachAsync(item, "新申报表.txt", "新的申报表", item.Files()[0].Text("digest"));
        // The new edition keeps the name that readers know.
        Assert.Equal(["申报表.txt"], item.Names());
    }

    [Fact]
    public async Task Editing_the_text_keeps_the_files()
    {
        using var officer = host.As("officer");
        var item = await officer.AttachAsync(await officer.DraftAsync(Sample("保留附件")), "甲.txt", "甲");
        using var edited = await officer.ActAsync(HttpMethod.Put, $"{Items}/{item.Id}", item.ETag, Sample("保留附件（修改）"));
        Assert.Equal(["甲.txt"], (await officer.ChangedAsync(item.Id, edited)).Names());
    }

    [Fact]
    public async Task Whoever_sees_the_item_reads_its_files_and_nobody_else()
    {
        using var officer = host.As("officer");
        var item = await officer.AttachAsync(await officer.DraftAsync(Sample("谁能读附件")), "甲.txt", "附件的文字");
        var address = $"{Items}/{item.Id}/attachments/{item.Files()[0].Text("digest")}";
        using var office = host.As("office", unit: "office");
        Assert.Equal("附件的文字", await office.GetStringAsync(address));
        using var other = host.As("officer", unit: "market", userName: "other");
        using var foreign = host.As("office", "gaotai", "office");
        using var nobody = host.Anonymous();
        using (var answer = await other.GetAsync(address)) await answer.ProblemAsync(404, "item-not-found");
        using (var answer = await foreign.GetAsync(address.Replace("bijie", "gaotai", StringComparison.Ordinal)))
            await answer.ProblemAsync(404, "item-not-found");
        using (var answer = await foreign.GetAsync(address)) Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        using (var answer = await nobody.GetAsync(address)) Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        using (var answer = await other.SendFileAsync(item, "乙.txt", "乙")) await answer.ProblemAsync(404, "item-not-found");
        // A digest alone opens nothing: another item of the same person does not have the file.
        var second = await officer.DraftAsync(Sample("另一条"));
        using (var answer = await officer.GetAsync($"{Items}/{second.Id}/attachments/{item.Files()[0].Text("digest")}"))
            await answer.ProblemAsync(404, "attachment-not-found");
        using (var answer = await officer.GetAsync($"{Items}/{item.Id}/attachments/..%2f..%2fetc%2fpasswd"))
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Citizens_get_the_files_of_the_version_shown_and_no_other()
    {
        using var officer = host.As("officer");
        using var citizen = host.Anonymous();
        var item = await officer.AttachAsync(await officer.DraftAsync(Sample("附件随版本公开")), "一版.txt", "第一版的附件");
        var first = item.Files()[0].Text("digest");
        var number = await PublishAsync(officer, item);
        var shown = await citizen.GetFromJsonAsync<JsonElement>($"{Public}/{number}");
        Assert.Equal("一版.txt", shown.GetProperty("attachments")[0].Text("name"));
        using (var answer = await citizen.GetAsync($"{Public}/{number}/attachments/{first}"))
        {
            Assert.Equal("第一版的附件", await answer.Content.ReadAsStringAsync());
            Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
            Assert.Equal("一版.txt", answer.Content.Headers.ContentDisposition?.FileNameStar);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
            Assert.Contains("sandbox", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        item = await officer.ReadAsync(item.Id);
        using (var revised = await officer.ActAsync(HttpMethod.Post, $"{Items}/{item.Id}/revise", item.ETag))
            item = await officer.ChangedAsync(item.Id, revised);
        item = await officer.AttachAsync(item, "二版.txt", "第二版的附件", first);
        var second = item.Files()[0].Text("digest");
        // Not before it is approved.
        using (var answer = await citizen.GetAsync($"{Public}/{number}/attachments/{second}"))
            await answer.ProblemAsync(404, "attachment-not-found");
        Assert.Equal("第一版的附件", await citizen.GetStringAsync($"{Public}/{number}/attachments/{first}"));
        Assert.Equal("第一版的附件", await officer.GetStringAsync($"{Items}/{item.Id}/attachments/{first}"));
        await PublishAsync(officer, item);
        Assert.Equal("一版.txt", item.Files()[0].Text("name"));
        Assert.Equal("第二版的附件", await citizen.GetStringAsync($"{Public}/{number}/attachments/{second}"));
        using (var answer = await citizen.GetAsync($"{Public}/{number}/attachments/{first}"))
            await answer.ProblemAsync(404, "attachment-not-found");

        using var office = host.As("office", unit: "office");
        var latest = await office.ReadAsync(item.Id);
        using (var withdrawn = await office.ActAsync(HttpMethod.Post, $"{Items}/{item.Id}/withdraw", latest.ETag, new { reason = "附件有误" }))
            await office.ChangedAsync(item.Id, withdrawn);
        using (var answer = await citizen.GetAsync($"{Public}/{number}/attachments/{second}"))
            await answer.ProblemAsync(404, "item-not-found");
    }

    [Fact]
    public async Task Readers_get_a_file_without_the_name_of_its_author_who_gets_it_back_as_it_was()
    {
        using var officer = host.As("officer");
        using var citizen = host.Anonymous();
        var item = await officer.DraftAsync(Sample("去除文件属性"));
        var handedIn = DocxBy("张三丰", "申报说明");
        using (var answer = await officer.SendFileAsync(item, "说明.docx", handedIn)) item = await officer.ChangedAsync(item.Id, answer);
        var file = item.Files()[0];
        Assert.NotEqual(file.Text("digest"), file.Text("original"));
        // Whoever only looks at the item gets what readers get.
        using (var deputy = host.As("deputy", unit: "leaders"))
        {
            using var refused = await deputy.GetAsync($"{Items}/{item.Id}/attachments/{file.Text("original")}");
            await refused.ProblemAsync(404, "attachment-not-found");
            using var released = await deputy.GetAsync($"{Items}/{item.Id}/attachments/{file.Text("digest")}");
            Assert.Equal(HttpStatusCode.OK, released.StatusCode);
        }

        Assert.Equal(handedIn, await officer.GetByteArrayAsync($"{Items}/{item.Id}/attachments/{file.Text("original")}"));
        var number = await PublishAsync(officer, item);
        var shown = await citizen.GetByteArrayAsync($"{Public}/{number}/attachments/{file.Text("digest")}");
        Assert.DoesNotContain("张三丰", Unpacked(shown), StringComparison.Ordinal);
        Assert.Contains("申报说明", Unpacked(shown), StringComparison.Ordinal);
        using (var answer = await citizen.GetAsync($"{Public}/{number}/attachments/{file.Text("original")}"))
            await answer.ProblemAsync(404, "attachment-not-found");
    }

    [Theory]
    [InlineData("脚本.html", "<html><script>alert(1)</script></html>")]
    [InlineData("表.pdf", "不是 PDF 的文字")]
    [InlineData("程序.exe", "MZ\0\0")]
    [InlineData("无结尾", "文字")]
    public async Task What_a_file_is_its_bytes_and_its_name_must_agree_on(string name, string text)
    {
        using var officer = host.As("officer");
        var item = await officer.DraftAsync(Sample("附件类型"));
        using var answer = await officer.SendFileAsync(item, name, text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.True(problem.GetProperty("errors").TryGetProperty("file", out _));
        Assert.Empty((await officer.ReadAsync(item.Id)).Files());
    }

    [Fact]
    public async Task A_file_beyond_the_bound_is_refused_with_the_bound()
    {
        using var officer = host.As("officer");
        var item = await officer.DraftAsync(Sample("过大的附件"));
        using var answer = await officer.SendFileAsync(item, "大.txt", new byte[(50 * 1024 * 1024) + 1]);
        var problem = await answer.ProblemAsync(413, "file-is-too-large");
        Assert.Contains("50 MB", problem.Text("detail"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_is_not_attached_to_another_version_than_was_read()
    {
        using var officer = host.As("officer");
        var item = await officer.DraftAsync(Sample("版本"));
        await officer.AttachAsync(item, "甲.txt", "甲");
        using var answer = await officer.SendFileAsync(item, "乙.txt", "乙");
        await answer.ProblemAsync(412, "changed-meanwhile");
    }

    [Fact]
    public async Task An_arrangement_names_files_of_the_item_once_each()
    {
        using var officer = host.As("officer");
        var item = await officer.AttachAsync(await officer.DraftAsync(Sample("清单有误")), "甲.txt", "甲");
        var digest = item.Files()[0].Text("digest");
        using (var twice = await officer.ArrangeAsync(item, (digest, "甲.txt"), (digest, "乙.txt")))
            await twice.ProblemAsync(422, "attachments-are-unreadable");
        using (var forgotten = await officer.ActAsync(HttpMethod.Put, $"{Items}/{item.Id}/attachments", item.ETag, new { }))
            await forgotten.ProblemAsync(422, "attachments-are-unreadable");
        using (var unknown = await officer.ArrangeAsync(item, (new string('a', 64), "甲.txt")))
            await unknown.ProblemAsync(404, "attachment-not-found");
        using (var ending = await officer.ArrangeAsync(item, (digest, "甲.pdf")))
            await ending.ProblemAsync(422, "attachment-name-is-invalid");
        using (var path = await officer.ArrangeAsync(item, (digest, "../甲.txt")))
            await path.ProblemAsync(422, "attachment-name-is-invalid");
        Assert.Equal(["甲.txt"], (await officer.ReadAsync(item.Id)).Names());
    }

    [Fact]
    public async Task Reviewers_are_told_of_every_file_and_what_was_found_in_it()
    {
        using var officer = host.As("officer");
        var item = await officer.AttachAsync(await officer.DraftAsync(Sample("附件中的电话")), "名单.csv", "姓名,手机\n李四,13812345678\n王五,13912345678");
        await officer.SubmitAsync(item);
        var request = await host.RequestFor(item.Id);
        var file = Assert.Single(request.Snapshot.Files!);
        Assert.Equal(("名单.csv", item.Files()[0].Text("digest")), (file.Name, file.Digest));
        var finding = Assert.Single(file.Findings);
        Assert.Equal(("mobile-phone", false, 2), (finding.Kind, finding.Blocks, finding.Count));
        Assert.DoesNotContain(finding.Spots, spot => spot.Contains("13812345678", StringComparison.Ordinal));
        // Approved without a word on it, it is not published; with it, it is.
        await host.Conclude(request, ReviewOutcome.Approved);
        await host.BecomesAsync(item.Id, "returned");
        item = await officer.ReadAsync(item.Id);
        Assert.Contains("名单.csv", item.Json.Text("lastReason"), StringComparison.Ordinal);
        Assert.DoesNotContain("13812345678", item.Json.Text("lastReason"), StringComparison.Ordinal);
        item = await officer.SubmitAsync(item);
        await host.Conclude(await host.RequestOf(item), ReviewOutcome.Approved,
            releases: [new ReleaseAnswer(finding.Finding, 2, "值班电话，须公布", "分管领导")]);
        await host.BecomesAsync(item.Id, "published");
    }

    [Fact]
    public async Task What_nobody_can_release_is_not_handed_in()
    {
        using var officer = host.As("officer");
        var item = await officer.AttachAsync(await officer.DraftAsync(Sample("附件中的身份证号")), "名单.csv",
            "姓名,身份证号\n李四,110101199003074514");
        using (var answer = await officer.ActAsync(HttpMethod.Post, $"{Items}/{item.Id}/submit", item.ETag))
        {
            var problem = await answer.ProblemAsync(409, "release-is-blocked");
            Assert.Contains("名单.csv", problem.GetProperty("errors").ToString(), StringComparison.Ordinal);
            Assert.Contains("遮盖", problem.Text("detail"), StringComparison.Ordinal);
            Assert.DoesNotContain("110101199003074514", problem.ToString(), StringComparison.Ordinal);
            Assert.True(problem.GetProperty("errors").TryGetProperty("attachments", out _));
        }

        var check = await officer.GetFromJsonAsync<JsonElement>($"{Items}/{item.Id}/release-check");
        var found = Assert.Single(check.GetProperty("findings").EnumerateArray());
        Assert.Equal((true, "身份证号"), (found.GetProperty("blocks").GetBoolean(), found.Text("what")));
        Assert.DoesNotContain("110101199003074514", check.ToString(), StringComparison.Ordinal);
        Assert.Equal("draft", item.Json.Text("state"));
    }

    [Fact]
    public async Task A_body_with_an_identity_number_is_not_handed_in_either()
    {
        using var officer = host.As("officer");
        var item = await officer.DraftAsync(Sample("正文中的身份证号", "李四，110101199003074514。"));
        using var answer = await officer.ActAsync(HttpMethod.Post, $"{Items}/{item.Id}/submit", item.ETag);
        Assert.True((await answer.ProblemAsync(409, "release-is-blocked")).GetProperty("errors").TryGetProperty("body", out _));
    }

    [Fact]
    public async Task What_the_version_shown_masks_and_the_next_one_tells_is_told_to_reviewers()
    {
        using var officer = host.As("officer");
        var item = await officer.DraftAsync(Sample("前后遮盖不一致", "联系人李四，手机 138****5678。"));
        await PublishAsync(officer, item);
        item = await officer.ReadAsync(item.Id);
        using (var revised = await officer.ActAsync(HttpMethod.Post, $"{Items}/{item.Id}/revise", item.ETag))
            item = await officer.ChangedAsync(item.Id, revised);
        item = await officer.AttachAsync(item, "联系表.csv", "姓名,手机\n李四,13812345678");
        var request = await host.RequestOf(await officer.SubmitAsync(item));
        var found = request.Snapshot.Files![0].Findings.Single(finding => finding.Kind == "mosaic");
        Assert.DoesNotContain(found.Spots, spot => spot.Contains("13812345678", StringComparison.Ordinal));
        Assert.Null(request.Snapshot.Compared);

        await host.Conclude(request, ReviewOutcome.Returned, "请一致遮盖");
        await host.BecomesAsync(item.Id, "returned");
        item = await officer.ReadAsync(item.Id);
        using (var edited = await officer.ActAsync(HttpMethod.Put, $"{Items}/{item.Id}", item.ETag,
            Sample("前后遮盖不一致", "联系人李四，手机 13812345678。"))) item = await officer.ChangedAsync(item.Id, edited);
        request = await host.RequestOf(await officer.SubmitAsync(item));
        Assert.Equal("body/mosaic", Assert.Single(request.Snapshot.Compared!).Finding);
    }

    [Fact]
    public async Task What_carries_a_file_that_is_gone_is_not_published()
    {
        using var officer = host.As("officer");
        var item = await officer.AttachAsync(await officer.DraftAsync(Sample("附件丢失")), "甲.txt", $"会丢失的附件 {Guid.CreateVersion7()}");
        await officer.SubmitAsync(item);
        host.LoseFile(item.Files()[0].Text("digest"));
        using (var answer = await officer.GetAsync($"{Items}/{item.Id}/attachments/{item.Files()[0].Text("digest")}"))
            await answer.ProblemAsync(503, "file-is-not-in-store");
        await host.Conclude(await host.RequestFor(item.Id), ReviewOutcome.Approved);
        await host.BecomesAsync(item.Id, "returned");
    }

    private async Task<string> PublishAsync(HttpClient officer, Read item)
    {
        await host.Conclude(await host.RequestOf(await officer.SubmitAsync(item)), ReviewOutcome.Approved);
        await host.BecomesAsync(item.Id, "published");
        return (await officer.ReadAsync(item.Id)).Json.Text("number");
    }

    private static byte[] DocxBy(string author, string text)
    {
        using var file = new MemoryStream();
        using (var archive = new ZipArchive(file, ZipArchiveMode.Create))
        {
            Part("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Override PartName="/word/document.xml"
                 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>
                """);
            Part("_rels/.rels", """
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                <Relationship Id="r1" Target="word/document.xml"
                 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
                <Relationship Id="r2" Target="docProps/core.xml"
                 Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/></Relationships>
                """);
            Part("docProps/core.xml", $"""
                <cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
                 xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:creator>{author}</dc:creator></cp:coreProperties>
                """);
            Part("word/document.xml", $"""
                <w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
                <w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body></w:document>
                """);

            void Part(string name, string xml)
            {
                using var part = archive.CreateEntry(name).Open();
                Documents.Write(part, xml);
            }
        }

        return file.ToArray();
    }

    private static string Unpacked(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return string.Concat(archive.Entries.Select(entry =>
        {
            using var reader = new StreamReader(entry.Open());
            return reader.ReadToEnd();
        }));
    }
}
